{{- /* What kwok makes of a pod's status, container by container; a word in the image asks for a fault. */ -}}
{{ $pod := . }}
{{ $now := Now }}
{{ $since := .status.startTime | default $now }}
{{ $before := dict }}
{{ range .status.containerStatuses | default list }}
{{ $_ := set $before .name . }}
{{ end }}
{{ $phase := "Running" }}
{{ $broken := list }}
containerStatuses:
{{ range .spec.containers }}
{{ $last := index $before .name | default dict }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
{{ if regexMatch "imagepull-fail" .image }}
  {{ $phase = "Pending" }}
  {{ $broken = append $broken .name }}
  ready: false
  started: false
  restartCount: 0
  state:
    waiting:
      reason: ImagePullBackOff
      message: {{ printf "Back-off pulling image \"%s\": ErrImagePull: not found" .image | Quote }}
{{ else if regexMatch "crashloop|\\boom\\b" .image }}
  {{ $broken = append $broken .name }}
  {{ $oom := regexMatch "\\boom\\b" .image }}
  ready: false
  started: false
  restartCount: {{ add1 ( $last.restartCount | default 0 ) }}
  lastState:
    terminated:
      reason: {{ ternary "OOMKilled" "Error" $oom }}
      exitCode: {{ ternary 137 1 $oom }}
      startedAt: {{ $now | Quote }}
      finishedAt: {{ $now | Quote }}
  state:
    waiting:
      reason: CrashLoopBackOff
      message: {{ printf "back-off 10s restarting failed container=%s pod=%s_%s(%s)" .name $pod.metadata.name $pod.metadata.namespace $pod.metadata.uid | Quote }}
{{ else }}
  ready: true
  started: true
  restartCount: 0
  state:
    running:
      startedAt: {{ $since | Quote }}
{{ end }}
{{ end }}
{{ with .spec.initContainers }}
initContainerStatuses:
{{ range . }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: true
  restartCount: 0
  state:
    terminated:
      reason: Completed
      exitCode: 0
      startedAt: {{ $since | Quote }}
      finishedAt: {{ $since | Quote }}
{{ end }}
{{ end }}
conditions:
- type: Initialized
  status: "True"
  lastTransitionTime: {{ $since | Quote }}
{{ range list "Ready" "ContainersReady" }}
- type: {{ . }}
  lastTransitionTime: {{ $since | Quote }}
{{ if $broken }}
  status: "False"
  reason: ContainersNotReady
  message: {{ printf "containers with unready status: %v" $broken | Quote }}
{{ else }}
  status: "True"
{{ end }}
{{ end }}
phase: {{ $phase }}
startTime: {{ $since | Quote }}
hostIP: {{ NodeIPWith .spec.nodeName | Quote }}
{{ if not .status.podIP }}
podIP: {{ PodIPWith .spec.nodeName ( .spec.hostNetwork | default false ) .metadata.uid .metadata.name .metadata.namespace | Quote }}
{{ end }}
