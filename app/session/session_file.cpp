// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <nlohmann/json.hpp>

#include "app/session/session_json.h"
#include "model/file/output_file.h"
#include "widgets/figure/file.h"
#include "widgets/text/error_text.h"

namespace app {
namespace {

/// Bytes: far beyond any session, and little enough to be read at once.
constexpr qint64 longestSession = qint64{1} << 25;

/// Whose tr() the texts here are.
struct SessionText {
    Q_DECLARE_TR_FUNCTIONS(app::SessionFile)
};

[[noreturn]] void refuse(const QString &name, const QString &why) {
    throw SessionFileError(
        SessionText::tr("The session “%1” cannot be opened: %2.").arg(name, why));
}

QByteArray readBytes(const QString &path, const QString &name) {
    QFile file(path);
    // What is no file might have to be waited for, such as a pipe.
    if (!QFileInfo(path).isFile())
        refuse(name, SessionText::tr("there is no such file"));
    if (!file.open(QIODevice::ReadOnly))
        refuse(name, SessionText::tr("it cannot be read"));
    QByteArray bytes = file.read(longestSession + 1);
    if (file.error() != QFileDevice::NoError)
        refuse(name, SessionText::tr("it cannot be read"));
    if (bytes.size() > longestSession)
        refuse(name, SessionText::tr("it is larger than a session can be"));
    return bytes;
}

}  // namespace

bool looksLikeSession(const QString &text) {
    constexpr qsizetype head = 100;
    return text.startsWith(u'{') && text.left(head).contains(QLatin1String("\"attention session "));
}

std::string sessionText(const SavedSession &session) {
    return sessionToJson(session).dump(1) + "\n";
}

void writeSession(const SavedSession &session, const QString &file) {
    const std::string text = sessionText(session);
    try {
        model::OutputFile output(widgets::pathOf(file));
        output.append(std::as_bytes(std::span(text)));
        output.keep();
    } catch (const model::OutputError &error) {
        throw SessionFileError(
            SessionText::tr("The session “%1” cannot be saved: %2.")
                .arg(QFileInfo(file).fileName(), widgets::errorText(error.message())));
    }
}

SessionReader::SessionReader(const QString &file) : name_(QFileInfo(file).fileName()) {
    const QByteArray bytes = readBytes(file, name_);
    try {
        json_ = std::make_unique<const nlohmann::ordered_json>(model::parseJson(
            std::string_view(bytes.data(), std::size_t(bytes.size())), deepestSession));
        model_ = sessionModelFromJson(model::JsonValue(*json_));
    } catch (const model::JsonError &error) {
        refuse(name_, widgets::errorText(error.message()));
    }
}

SessionReader::~SessionReader() = default;

template <class Read>
auto SessionReader::reading(Read &&read) const {
    try {
        return read(model::JsonValue(*json_));
    } catch (const model::JsonError &error) {
        refuse(name_, widgets::errorText(error.message()));
    } catch (const model::InterventionError &error) {
        throw SessionFileError(SessionText::tr("In the session “%1”: %2")
                                   .arg(name_, widgets::errorText(error.message())));
    }
}

SavedSession SessionReader::read(const model::Model &model) const {
    return reading([&](const model::JsonValue &top) { return sessionFromJson(top, model); });
}

model::Interventions SessionReader::readPinned(const model::Model &model) const {
    return reading([&](const model::JsonValue &top) { return pinnedFromJson(top, model); });
}

}  // namespace app
