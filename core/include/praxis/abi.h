/* SPDX-License-Identifier: MIT */
/* The part of a plugin that praxis reads from the file before it runs any of the plugin's code.
 * Plain C and without pointers, so that the bytes in the file are the bytes in memory.
 * Frozen: a changed descriptor is a new magic number. */
#pragma once
#include <stdint.h>

#define PRAXIS_API __attribute__((visibility("default")))

#define PRAXIS_DESCRIPTOR_MAGIC 0x31585250u /* "PRX1" */
#define PRAXIS_DESCRIPTOR_SECTION ".praxis.plugin"
#define PRAXIS_API_MAJOR 1 /* praxis and plugin must have the same */
#define PRAXIS_API_MINOR 1 /* the plugin's must not be above that of praxis */

struct praxis_descriptor {
    uint32_t magic;      /* PRAXIS_DESCRIPTOR_MAGIC */
    uint32_t size;       /* sizeof(struct praxis_descriptor) */
    uint16_t api_major;  /* PRAXIS_API_MAJOR the plugin was built against */
    uint16_t api_minor;  /* PRAXIS_API_MINOR the plugin was built against */
    uint32_t layout;     /* fingerprint of the sizes of the types that cross: praxis::layout() */
    char abi[96];        /* compared whole: standard library, its ABI switches, SQLiteCpp */
    char built_with[64]; /* compiler; only shown */
    char name[32];       /* must agree with plugin.toml */
    char version[32];    /* must agree with plugin.toml */
};
