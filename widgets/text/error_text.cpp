// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/error_text.h"

#include <QCoreApplication>

#include "model/exceptions.h"

namespace widgets {

QString errorText(const model::Message &message) {
    return QString::fromStdString(message.worded([](const std::string &text) {
        return QCoreApplication::translate("model", text.c_str()).toStdString();
    }));
}

QString errorText(const std::exception_ptr &error) {
    return errorText(model::messageOf(error));
}

}  // namespace widgets
