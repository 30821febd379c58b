/*
 * The npm package node-api-headers leaves Node's experimental part out. Node 20 has what the addon needs (references to
 * values of any type) only there, and an experimental addon must not touch JavaScript while memory is collected: its
 * finalizers are posted with the function declared here, which Node exports since 18.19 and 20.10.
 */
#pragma once
#ifdef __cplusplus
#include <node_api.h>

#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER

EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize_cb,
                                                           void *finalize_data, void *finalize_hint);
EXTERN_C_END
#endif
