// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/source_editor.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <algorithm>
#include <memory>

#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

/// A field over a word.
class SourceEditor : public QLineEdit {
    Q_DECLARE_TR_FUNCTIONS(widgets::SourceEditor)
  public:
    SourceEditor(QWidget &over, Viewpoint &viewpoint, int position)
        : QLineEdit(&over), viewpoint_(viewpoint), trace_(viewpoint.trace()), position_(position) {
        setWindowFlag(Qt::Popup);
        setAttribute(Qt::WA_DeleteOnClose);
        setObjectName(QStringLiteral("sourceWord"));
        setAccessibleName(tr("Word of the source"));
        setToolTip(tr("Type another word here; Enter reads the source with it."));
        setText(typedWord(*trace_, position));
        selectAll();
        connect(&viewpoint, &Viewpoint::traceChanged, this, &QWidget::close);
        connect(this, &QLineEdit::returnPressed, this, &SourceEditor::accept);
    }

  protected:
    void keyPressEvent(QKeyEvent *event) override {
        if (event->key() == Qt::Key_Escape)
            close();
        else
            QLineEdit::keyPressEvent(event);
    }

  private:
    void accept() {
        const QString sentence = withTypedWord(*trace_, position_, text());
        const bool other = text() != typedWord(*trace_, position_);
        Viewpoint &viewpoint = viewpoint_;
        close();
        if (other)
            viewpoint.askSentence(sentence);
    }

    Viewpoint &viewpoint_;
    std::shared_ptr<const model::Trace> trace_;
    int position_;
};

}  // namespace

bool editSourceWord(QWidget &over, const QRect &place, Viewpoint &viewpoint, int position) {
    const auto &trace = viewpoint.trace();
    if (!trace || position < 0 || position >= trace->sourceLength() ||
        typedWord(*trace, position).isEmpty())
        return false;
    auto *editor = new SourceEditor(over, viewpoint, position);
    const int text = editor->fontMetrics().horizontalAdvance(editor->text());
    const QSize size(std::max(place.width(), text + 4 * editor->fontMetrics().height()),
                     std::max(place.height(), editor->sizeHint().height()));
    QRect where({}, size);
    where.moveCenter(over.mapToGlobal(place.center()));
    editor->setGeometry(where);
    editor->show();
    editor->setFocus(Qt::PopupFocusReason);
    return true;
}

}  // namespace widgets
