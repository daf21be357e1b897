import {
  RiAlarmWarningLine,
  RiBookMarkedLine,
  RiBookOpenLine,
  RiChat3Line,
  RiCodeSSlashLine,
  RiDashboard3Line,
  RiDatabase2Line,
  RiFileList3Line,
  RiGithubFill,
  RiGitlabFill,
  RiGlobalLine,
  RiHammerLine,
  RiLineChartLine,
  RiLinksLine,
  RiMoneyDollarCircleLine,
  RiRocketLine,
  RiRouteLine,
  RiShieldCheckLine,
  RiSlackFill,
} from '@remixicon/react';
import type { LinkIcon } from '@sphera/plugin-services-common';
import {
  CoralDrawing,
  DogDrawing,
  OctopusDrawing,
  PagerDrawing,
  StepsDrawing,
} from './icons/drawings';

const SIZE = 16;

const ICONS: Record<LinkIcon, JSX.Element> = {
  argocd: <OctopusDrawing size={SIZE} />,
  codefresh: <StepsDrawing size={SIZE} />,
  coralogix: <CoralDrawing size={SIZE} />,
  datadog: <DogDrawing size={SIZE} />,
  github: <RiGithubFill size={SIZE} />,
  gitlab: <RiGitlabFill size={SIZE} />,
  pagerduty: <PagerDrawing size={SIZE} />,
  slack: <RiSlackFill size={SIZE} />,
  alert: <RiAlarmWarningLine size={SIZE} />,
  build: <RiHammerLine size={SIZE} />,
  chat: <RiChat3Line size={SIZE} />,
  code: <RiCodeSSlashLine size={SIZE} />,
  cost: <RiMoneyDollarCircleLine size={SIZE} />,
  dashboard: <RiDashboard3Line size={SIZE} />,
  database: <RiDatabase2Line size={SIZE} />,
  deployment: <RiRocketLine size={SIZE} />,
  docs: <RiBookOpenLine size={SIZE} />,
  link: <RiLinksLine size={SIZE} />,
  logs: <RiFileList3Line size={SIZE} />,
  metrics: <RiLineChartLine size={SIZE} />,
  runbook: <RiBookMarkedLine size={SIZE} />,
  security: <RiShieldCheckLine size={SIZE} />,
  traces: <RiRouteLine size={SIZE} />,
  web: <RiGlobalLine size={SIZE} />,
};

/** The icon of a link, in the colour of the text around it. */
export function LinkMark(props: { icon: LinkIcon }) {
  return (
    <span aria-hidden style={{ display: 'inline-flex' }}>
      {
        // A newer backend may know icons that this page does not.
        ICONS[props.icon] ?? ICONS.link
      }
    </span>
  );
}
