// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "widgets/panel/view.h"

class QWidget;

namespace widgets {
struct ViewKind;
class Viewpoint;
}  // namespace widgets

namespace app {

/// Makes a view with the options of the last run; it remembers them for the next one.
std::unique_ptr<widgets::View> makeRemembering(const widgets::ViewKind &kind,
                                               widgets::Viewpoint *viewpoint,
                                               QWidget *parent = nullptr);

}  // namespace app
