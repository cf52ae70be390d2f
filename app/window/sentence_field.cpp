// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sentence_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QValidator>
#include <QWheelEvent>
#include <algorithm>

#include "app/settings/settings.h"
#include "widgets/text/language.h"

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

}  // namespace

/// Lets everything in, on one line, and remembers what had several.
class SentenceField::OneLine : public QValidator {
  public:
    using QValidator::QValidator;
    State validate(QString &input, int &) const override {
        QString line = input;
        std::replace_if(line.begin(), line.end(), breaksTheLine, QChar(QLatin1Char(' ')));
        if (line != input) {
            lines_ = input;
            line_ = line;
            input = line;
        }
        return Acceptable;
    }
    /// What became this line, or the line itself.
    const QString &linesOf(const QString &line) const { return line == line_ ? lines_ : line; }

  private:
    mutable QString lines_;
    mutable QString line_;
};

SentenceField::SentenceField(QWidget *parent) : QComboBox(parent) {
    setObjectName("sentence");
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(12);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    view()->setTextElideMode(Qt::ElideRight);
    oneLine_ = new OneLine(this);
    setValidator(oneLine_);
    lineEdit()->setObjectName("sentenceEdit");
    widgets::inEveryLanguage(*this, [this] {
        lineEdit()->setAccessibleName(tr("Sentence"));
        setAccessibleName(tr("Sentence"));
        lineEdit()->setPlaceholderText(tr("Type a French sentence"));
    });
    addItems(settings::get(settings::sentenceHistory).mid(0, historyLength));
    setCurrentIndex(-1);

    completer()->setCompletionMode(QCompleter::PopupCompletion);
    // Else Enter puts a sentence of the history in the place of what differs from it in case only.
    completer()->setCaseSensitivity(Qt::CaseSensitive);
    completer()->setMaxVisibleItems(6);
    connect(this, &QComboBox::editTextChanged, this, [this](const QString &text) {
        if (!remembering_)
            emit sentenceChanged(text);
    });
    connect(lineEdit(), &QLineEdit::editingFinished, this, &SentenceField::remember);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &SentenceField::finished);
}

QStringList SentenceField::history() const {
    QStringList all;
    for (int i = 0; i < count(); ++i)
        all.append(itemText(i));
    return all;
}

QString SentenceField::lines() const {
    return oneLine_->linesOf(currentText());
}

void SentenceField::setSentence(const QString &sentence) {
    setEditText(sentence);
    selectSentence();
}

void SentenceField::selectSentence() {
    // From the end backwards: the field shows where the cursor is, and one reads from the start.
    const auto length = static_cast<int>(lineEdit()->text().size());
    lineEdit()->setSelection(length, -length);
}

void SentenceField::remember() {
    const QString sentence = currentText().simplified();
    if (sentence.isEmpty())
        return;
    // Another window may have remembered more meanwhile.
    QStringList all = settings::get(settings::sentenceHistory);
    if (!all.isEmpty() && all.first() == sentence && all == history())
        return;
    all.removeAll(sentence);
    all.prepend(sentence);
    all = all.mid(0, historyLength);
    // Changing the list changes the text for a moment, which must not be heard of.
    const QString typed = currentText();
    const int cursor = lineEdit()->cursorPosition();
    const int selected = lineEdit()->selectionStart();
    const int length = static_cast<int>(lineEdit()->selectedText().size());
    remembering_ = true;
    clear();
    addItems(all);
    setCurrentIndex(-1);
    setEditText(typed);
    lineEdit()->setCursorPosition(cursor);
    if (length > 0 && cursor == selected)
        lineEdit()->setSelection(selected + length, -length);
    else if (length > 0)
        lineEdit()->setSelection(selected, length);
    remembering_ = false;
    settings::set(settings::sentenceHistory, all);
}

void SentenceField::keyPressEvent(QKeyEvent *event) {
    const bool goes = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (goes && itemText(currentIndex()) != currentText() && !currentText().isEmpty()) {
        // What is typed becomes the latest of the sentences, to come back to.
        remember();
        remembering_ = true;
        setCurrentIndex(0);
        remembering_ = false;
    }
    QComboBox::keyPressEvent(event);
}

void SentenceField::wheelEvent(QWheelEvent *event) {
    // A wheel that happens to turn here must not replace what was typed.
    event->ignore();
}

}  // namespace app
