/*
 * Loaded into a browser of WebKitGTK that a driver starts: there its stores are kept in memory only. With this they lie
 * under KEEP_PROFILE, as those of a browser that a learner starts.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

void *webkit_website_data_manager_new(const char *name, ...);

void *webkit_website_data_manager_new_ephemeral(void) {
  char data[PATH_MAX], cache[PATH_MAX];
  const char *profile = getenv("KEEP_PROFILE");
  snprintf(data, sizeof data, "%s/data", profile);
  snprintf(cache, sizeof cache, "%s/cache", profile);
  return webkit_website_data_manager_new("base-data-directory", data, "base-cache-directory", cache, NULL);
}
