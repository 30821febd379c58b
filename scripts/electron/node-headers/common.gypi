# What node-gyp expects beside Node's headers; our addon is pure Node-API and needs no more of Node's own build settings.
{
  'target_defaults': {
    'cflags': ['-fPIC', '-pthread', '-m64'],
    'cflags_cc': ['-fno-rtti', '-fno-exceptions'],
    'defines': ['BUILDING_NODE_EXTENSION', '_FILE_OFFSET_BITS=64', '_LARGEFILE_SOURCE'],
  },
}
