# SPDX-License-Identifier: GPL-3.0-or-later
# What `cpack` makes: a Debian package, of what is built, by `cmake --install`.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME "${PROJECT_NAME}")
set(CPACK_PACKAGE_CONTACT "${ATTENTION_PACKAGER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "watch an attention sequence-to-sequence model translate")
set(CPACK_PACKAGE_DESCRIPTION
"Type a French sentence and watch a neural network translate it into English,
step by step, with every number in sight: embeddings, hidden states, scores,
attention weights, context vectors, words. Scrub through time, point at
anything to see its exact value, and take every view away as a figure.

The models come with the program: an attention sequence-to-sequence model
(Bahdanau, Cho & Bengio 2015), a twin without attention, and models that sum
up a text, reply to a question, or say what is in a drawn scene.
attention-model runs, measures and trains them without a window.")
set(CPACK_PACKAGE_FILE_NAME "${PROJECT_NAME}")
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# Of what the programs are linked with, as dpkg-shlibdeps (package dpkg-dev) finds it; the font is
# the one that figures are drawn with where no other is there.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
if(ATTENTION_GUI)
    set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-dejavu-core)
    set(CPACK_DEBIAN_PACKAGE_SUGGESTS qt6-wayland)
endif()

include(CPack)
