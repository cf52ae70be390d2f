// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/error_text.h"

#include <QCoreApplication>
#include <new>

namespace widgets {

QString errorText(const model::Message &message) {
    return QString::fromStdString(message.worded([](const std::string &text) {
        return QCoreApplication::translate("model", text.c_str()).toStdString();
    }));
}

QString errorText(const std::exception_ptr &error) {
    try {
        std::rethrow_exception(error);
    } catch (const model::Error &known) {
        return errorText(known.message());
    } catch (const std::bad_alloc &) {
        return QCoreApplication::translate("widgets::ErrorText",
                                           "There is not enough memory for this.");
    } catch (const std::exception &other) {
        return QString::fromUtf8(other.what());
    } catch (...) {
        return QCoreApplication::translate("widgets::ErrorText", "Something unknown went wrong.");
    }
}

}  // namespace widgets
