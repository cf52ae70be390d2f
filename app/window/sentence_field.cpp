// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sentence_field.h"

#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QSignalBlocker>
#include <QTextDocumentFragment>
#include <QValidator>
#include <algorithm>
#include <utility>

#include "app/session/text_file.h"
#include "app/settings/settings.h"
#include "widgets/text/language.h"
#include "widgets/text/use_names.h"

namespace app {
namespace {

bool breaksTheLine(QChar character) {
    switch (character.category()) {
        case QChar::Other_Control:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return true;
        default:
            return false;
    }
}

QString onOneLine(QString text) {
    std::replace_if(text.begin(), text.end(), breaksTheLine, QChar(QLatin1Char(' ')));
    return text;
}

/// Lets everything in, on one line: also what comes in no way that the field knows of.
class OneLine : public QValidator {
  public:
    using QValidator::QValidator;
    State validate(QString &input, int &) const override {
        input = onOneLine(input);
        return Acceptable;
    }
};

}  // namespace

QString textIn(const QMimeData &data) {
    if (data.hasText() && !data.text().isEmpty())
        return data.text();
    if (!data.hasHtml())
        return {};
    QString text = QTextDocumentFragment::fromHtml(data.html()).toPlainText();
    return text.remove(QChar::ObjectReplacementCharacter).trimmed();
}

SentenceField::SentenceField(QWidget *parent) : QLineEdit(parent) {
    setObjectName("sentenceEdit");
    setValidator(new OneLine(this));
    widgets::inEveryLanguage(*this, [this] { say(); });
    history_ = settings::get(settings::sentenceHistory).mid(0, historyLength);
    connect(this, &QLineEdit::textChanged, this, &SentenceField::sentenceChanged);
    connect(this, &QLineEdit::editingFinished, this, &SentenceField::remember);
    connect(this, &QLineEdit::returnPressed, this, &SentenceField::finished);
}

void SentenceField::setReads(const Reads &reads) {
    reads_ = reads;
    say();
}

void SentenceField::say() {
    setAccessibleName(widgets::useNames(reads_.use).source);
    setPlaceholderText(placeholderFor(reads_));
}

void SentenceField::setSentence(const QString &sentence, int gesture) {
    if (sentence != text()) {
        if (gesture != 0 && gesture == std::exchange(gesture_, gesture)) {
            const QSignalBlocker quiet(this);
            undo();  // the same gesture goes on
        }
        gesture_ = gesture;
        selectAll();
        insertText(sentence);
    }
    selectSentence();
}

QString SentenceField::lines() const {
    return onOneLine(lines_) == text() ? lines_ : text();
}

void SentenceField::selectSentence() {
    // From the end backwards: the field shows where the cursor is, and one reads from the start.
    const auto length = static_cast<int>(text().size());
    setSelection(length, -length);
}

void SentenceField::remember() {
    const QString sentence = text().simplified();
    if (sentence.isEmpty())
        return;
    // Another window may have remembered more meanwhile.
    QStringList all = settings::get(settings::sentenceHistory);
    if (!all.isEmpty() && all.first() == sentence && all == history_)
        return;
    all.removeAll(sentence);
    all.prepend(sentence);
    history_ = all.mid(0, historyLength);
    settings::set(settings::sentenceHistory, history_);
}

void SentenceField::insertText(const QString &text) {
    // Only where the cursor moves does the field begin another step of undo.
    const auto separate = [this] {
        const int at = cursorPosition();
        setCursorPosition(at > 0 ? 0 : static_cast<int>(this->text().size()));
        setCursorPosition(at);
    };
    if (!hasSelectedText())
        separate();
    lines_ = text;  // before anyone hears of the change
    insert(onOneLine(text));
    separate();
}

void SentenceField::pasteText(QClipboard::Mode mode) {
    const QMimeData *data = QGuiApplication::clipboard()->mimeData(mode);
    if (const QString text = data ? textIn(*data) : QString(); !text.isEmpty())
        insertText(text);
}

void SentenceField::walk(int by) {
    if (history_.value(walked_).simplified() != text().simplified()) {
        // What is typed becomes the latest of the sentences, to come back to.
        remember();
        walked_ = text().trimmed().isEmpty() ? -1 : 0;
    }
    const int to = std::clamp(walked_ + by, -1, static_cast<int>(history_.size()) - 1);
    if (to < 0 || to == walked_)
        return;
    walked_ = to;
    setSentence(history_[to]);
}

void SentenceField::keyPressEvent(QKeyEvent *event) {
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        walk(event->key() == Qt::Key_Down ? 1 : -1);
    } else if (event->matches(QKeySequence::Paste)) {
        const bool selection = event->key() == Qt::Key_Insert &&
                               event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
        pasteText(selection ? QClipboard::Selection : QClipboard::Clipboard);
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SentenceField::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != Qt::MiddleButton || !QGuiApplication::clipboard()->supportsSelection())
        return QLineEdit::mouseReleaseEvent(event);
    deselect();
    pasteText(QClipboard::Selection);
}

void SentenceField::dragEnterEvent(QDragEnterEvent *event) {
    QLineEdit::dragEnterEvent(event);
    dragMoveEvent(event);
}

void SentenceField::dragMoveEvent(QDragMoveEvent *event) {
    const QMimeData &data = *event->mimeData();
    // A file is the window's.
    const bool wanted = fileIn(data).isEmpty() && !textIn(data).isEmpty();
    if (wanted)
        event->acceptProposedAction();
    event->setAccepted(wanted);
}

void SentenceField::dropEvent(QDropEvent *event) {
    if (event->source() == this)
        return QLineEdit::dropEvent(event);
    setCursorPosition(cursorPositionAt(event->position().toPoint()));
    insertText(textIn(*event->mimeData()));
    event->acceptProposedAction();
}

}  // namespace app
