// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/error_text.h"

#include <QCoreApplication>
#include <new>

namespace widgets {

QString errorText(const model::Message &message) {
    // Not QString::arg(), which would look for placeholders in what an argument says.
    const QString text = QCoreApplication::translate("model", message.text().c_str());
    QString result;
    const auto &arguments = message.arguments();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : 0;
        if (number < 1 || number > static_cast<int>(arguments.size())) {
            result += text[i];
            continue;
        }
        const auto &argument = arguments[static_cast<std::size_t>(number - 1)];
        result += argument.message.empty() ? QString::fromStdString(argument.text)
                                           : errorText(argument.message.front());
        ++i;
    }
    return result;
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
