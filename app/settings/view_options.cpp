// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/view_options.h"

#include <QWidget>

#include "app/settings/settings.h"
#include "widgets/views/views.h"

namespace app {

std::unique_ptr<widgets::View> makeRemembering(const widgets::ViewKind &kind,
                                               widgets::Viewpoint *viewpoint, QWidget *parent) {
    QStringList names = kind.usualOptions.keys();
    for (const QString &question : kind.questions)
        names.removeAll(question);
    auto view = kind.make(viewpoint, settings::viewOptions(kind.name, names), parent);
    view->onOptionsChanged(&view->widget(), [name = kind.name, names, made = view.get()] {
        QVariantMap options = made->storedOptions();
        options.removeIf([&](const auto &option) { return !names.contains(option.key()); });
        settings::setViewOptions(name, options);
    });
    return view;
}

}  // namespace app
