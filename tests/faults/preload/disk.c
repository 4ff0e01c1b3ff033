/*
 * A disk that forgets: loaded into a browser, it copies a file to DISK_SHADOW whenever the browser has it put on the disk
 * (fsync, fdatasync), and follows renames and removals. What lies there is what a power cut would leave of DISK_ROOT.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *root, *shadow;
static int (*real_rename)(const char *, const char *);
static int (*real_unlink)(const char *);

__attribute__((constructor)) static void start(void) {
  root = getenv("DISK_ROOT");
  shadow = getenv("DISK_SHADOW");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
}

/* The place of a path on the disk; 0 for paths elsewhere. */
static int placeOf(const char *path, char *place) {
  if (!root || !shadow || strncmp(path, root, strlen(root)) != 0) return 0;
  return snprintf(place, PATH_MAX, "%s%s", shadow, path + strlen(root)) < PATH_MAX;
}

static void makeFolders(char *place) {
  for (char *slash = place + 1; (slash = strchr(slash, '/')); slash++) {
    *slash = 0;
    mkdir(place, 0700);
    *slash = '/';
  }
}

static void keep(int file) {
  char link[64], path[PATH_MAX], place[PATH_MAX], part[PATH_MAX + 32], block[65536];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1), got;
  if (length <= 0) return;
  path[length] = 0;
  if (!placeOf(path, place)) return;
  int from = open(path, O_RDONLY | O_CLOEXEC);
  struct stat is;
  if (from < 0 || fstat(from, &is) < 0 || !S_ISREG(is.st_mode)) {
    if (from >= 0) close(from);
    return;
  }
  makeFolders(place);
  snprintf(part, sizeof part, "%s.%d.part", place, gettid());
  int to = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  while (to >= 0 && (got = read(from, block, sizeof block)) > 0)
    if (write(to, block, got) != got) break;
  close(from);
  if (to < 0) return;
  close(to);
  real_rename(part, place);
}

int fsync(int file) {
  keep(file);
  return 0;
}

int fdatasync(int file) {
  keep(file);
  return 0;
}

int rename(const char *from, const char *to) {
  char old[PATH_MAX], new[PATH_MAX];
  int failed = real_rename(from, to);
  if (!failed && placeOf(from, old) && placeOf(to, new)) real_rename(old, new);
  return failed;
}

int unlink(const char *path) {
  char place[PATH_MAX];
  int failed = real_unlink(path);
  if (!failed && placeOf(path, place)) real_unlink(place);
  return failed;
}
