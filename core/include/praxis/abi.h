/* SPDX-License-Identifier: MIT */
/* The descriptor of a plugin, which praxis reads from the file before it runs any of the plugin's
 * code. It is plain C without pointers, so the bytes in the file are the bytes in memory.
 * It is frozen: a changed descriptor needs a new magic number. */
#pragma once
#include <stdint.h>

#define PRAXIS_API __attribute__((visibility("default")))

#define PRAXIS_DESCRIPTOR_MAGIC 0x31585250u /* "PRX1" */
#define PRAXIS_DESCRIPTOR_SECTION ".praxis.plugin"
#define PRAXIS_API_MAJOR 1 /* praxis and plugin must have the same */
#define PRAXIS_API_MINOR 1 /* the plugin's must not be greater than that of praxis */

struct praxis_descriptor {
    uint32_t magic;      /* PRAXIS_DESCRIPTOR_MAGIC */
    uint32_t size;       /* sizeof(struct praxis_descriptor) */
    uint16_t api_major;  /* PRAXIS_API_MAJOR the plugin was built against */
    uint16_t api_minor;  /* PRAXIS_API_MINOR the plugin was built against */
    uint32_t layout;     /* fingerprint of the sizes of the shared types: praxis::layout() */
    char abi[96];        /* compared as a whole: standard library, its ABI switches, SQLiteCpp */
    char built_with[64]; /* compiler; for messages only */
    char name[32];       /* must equal that in plugin.toml */
    char version[32];    /* must equal that in plugin.toml */
};
