import type { Autoscaler } from '@sphera/plugin-kubernetes-common';
import { AutoscalerItem } from './AutoscalerItem';

/** The autoscalers of a deployment; nothing where its size is fixed. */
export function Autoscalers(props: { autoscalers: readonly Autoscaler[] }) {
  return (
    <>
      {props.autoscalers.map(one => (
        <AutoscalerItem key={one.name} autoscaler={one} />
      ))}
    </>
  );
}
