#!/bin/sh
# Asks sphera whether an action may go ahead on a service. Needs a POSIX shell and curl.

set -u
LC_ALL=C

usage() {
  cat <<'USAGE'
usage: sphera-gate.sh --service <name> [option...]

  --service <name>       the service, as the catalog names it: payments
  --environment <name>   where, say production; without it, a lock anywhere counts
  --action <name>        deploy (default), merge, rollback, restart or scale
  --timeout <seconds>    how long one attempt may take; default 10
  --attempts <number>    how often to ask a portal that does not answer; default 3
  --fail-open            go ahead, with a warning, where sphera cannot be asked
  --help

  SPHERA_URL      address of the portal: https://sphera.example.com
  SPHERA_TOKEN    token of this pipeline

exit code: 0 allowed, 1 locked, 2 sphera could not be asked, or asked wrongly
USAGE
}

allowed=0
locked=1
could_not_ask=2
seconds_between_attempts=2
newline='
'

say() {
  printf 'sphera-gate: %s\n' "$1" >&2
}

# Not even --fail-open lets wrong use pass: the gate would stand open unnoticed.
refuse_use() {
  say "$1"
  say 'sphera-gate.sh --help tells how to ask'
  exit "$could_not_ask"
}

need_number() {
  case $2 in
    '' | 0* | *[!0-9]*) refuse_use "$1 must be a whole number from 1, not \"$2\"" ;;
  esac
}

read_arguments() {
  service='' environment='' action=deploy timeout=10 attempts=3 fail_open=no
  while [ $# -gt 0 ]; do
    case $1 in
      --*=*)
        option=${1%%=*} value=${1#*=}
        shift
        set -- "$option" "$value" "$@"
        ;;
    esac
    case $1 in
      --help)
        usage
        exit 0
        ;;
      --fail-open)
        fail_open=yes
        shift
        continue
        ;;
      --service | --environment | --action | --timeout | --attempts) ;;
      *) refuse_use "\"$1\" is not an option" ;;
    esac
    [ -n "${2:-}" ] || refuse_use "$1 needs a value"
    case $1 in
      --service) service=$2 ;;
      --environment) environment=$2 ;;
      --action) action=$2 ;;
      --timeout) timeout=$2 ;;
      --attempts) attempts=$2 ;;
    esac
    shift 2
  done
  [ -n "$service" ] || refuse_use '--service is missing'
  need_number --timeout "$timeout"
  need_number --attempts "$attempts"
}

check_surroundings() {
  command -v curl >/dev/null || refuse_use 'curl is not installed'
  case ${SPHERA_URL:-} in
    http://?* | https://?*) ;;
    *) refuse_use 'SPHERA_URL must be the address of the portal, like https://sphera.example.com' ;;
  esac
  case ${SPHERA_TOKEN:-} in
    '') refuse_use 'SPHERA_TOKEN is missing: the token of this pipeline' ;;
    *[![:graph:]]*) refuse_use 'SPHERA_TOKEN must not contain spaces or line breaks' ;;
  esac
}

# Sets status (000 where nothing answered) and answer.
# The token goes in on stdin, so that no list of processes shows it.
ask_once() {
  set -- --data-urlencode "service=$service" --data-urlencode "action=$action"
  [ -z "$environment" ] || set -- "$@" --data-urlencode "environment=$environment"
  answer=$(
    printf 'Authorization: Bearer %s\n' "$SPHERA_TOKEN" |
      curl -q --silent --show-error --globoff --proto '=http,https' \
        --max-time "$timeout" --header @- --write-out '\n%{http_code}' \
        --get --data format=text "$@" \
        --url "${SPHERA_URL%/}/api/sphera-locks/v1/gate"
  ) || answer="${newline}000"
  status=${answer##*"$newline"}
  answer=${answer%"$newline"*}
}

# Asking changes nothing, so it is safe to ask again.
ask() {
  attempt=1
  while :; do
    ask_once
    case $status in
      000 | 408 | 429 | 5??) ;;
      *) return ;;
    esac
    [ "$attempt" -lt "$attempts" ] || return 0
    say "no answer (HTTP $status) at attempt $attempt of $attempts, asking again"
    attempt=$((attempt + 1))
    sleep "$seconds_between_attempts"
  done
}

# Each line with a prefix: at the start of a line, CI systems would obey "::error::" and the like.
show_answer() {
  [ -n "$answer" ] || return 0
  printf '%s\n' "${answer%"$newline"}" | while IFS= read -r line; do
    printf 'sphera | %s\n' "$line"
  done
}

stop_or_warn() {
  say "could not ask sphera whether $service may $action: $1"
  if [ "$fail_open" = yes ]; then
    say 'WARNING: going ahead WITHOUT an answer, because of --fail-open'
    exit "$allowed"
  fi
  say 'stopping, since a lock may be in place (--fail-open would go ahead)'
  exit "$could_not_ask"
}

read_arguments "$@"
check_surroundings
ask
show_answer
case $status in
  200) ;;
  000) stop_or_warn "no answer from $SPHERA_URL" ;;
  3??) stop_or_warn "$SPHERA_URL sends elsewhere (HTTP $status): is SPHERA_URL right?" ;;
  401) stop_or_warn 'it does not know the token in SPHERA_TOKEN (HTTP 401)' ;;
  403) stop_or_warn 'the token in SPHERA_TOKEN may not ask the gate (HTTP 403)' ;;
  *) stop_or_warn "it answered HTTP $status" ;;
esac
case ${answer%%[!A-Z]*} in
  ALLOWED) exit "$allowed" ;;
  LOCKED) exit "$locked" ;;
  *) stop_or_warn 'what answered is not sphera: it said neither ALLOWED nor LOCKED' ;;
esac
