#!/bin/sh
# Commits the manifests of one environment to the GitOps repository, with a tag of the image.
#
#   deploy.sh <environment> <tag> <folder of the GitOps repository>
#
# Safe to run again: where nothing changes, nothing is committed.

set -eu

service=${{ values.name }}
image=${{ values.image }}
environment=$1 tag=$2
repository=$(cd "$3" && pwd)
target="$repository/${{ values.deployments.folder }}/$environment"

mkdir -p "$target"
for file in "deploy/$environment"/*.yaml; do
  sed "s|image: $image:.*|image: $image:$tag|" "$file" >"$target/${file##*/}"
done

cd "$repository"
git add --all "$target"
if git diff --cached --quiet; then
  echo "$service $tag is in $environment already"
  exit 0
fi
git commit --quiet --message "$service $tag to $environment"

# Other services are deployed at the same time: whoever comes second takes the first one's commit along.
for attempt in 1 2 3 4 5; do
  if git push --quiet; then exit 0; fi
  echo "somebody else was faster (attempt $attempt)"
  git pull --quiet --rebase
done
echo "could not push to the GitOps repository" >&2
exit 1
