// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QWidget>
#include <utility>

namespace widgets {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::Text)
};

/// Listens to what its parent hears.
class Rewriter : public QObject {
  public:
    Rewriter(QWidget &widget, std::function<void()> write)
        : QObject(&widget), widget_(widget), write_(std::move(write)) {
        widget.installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::LanguageChange) {
            write_();
            widget_.update();  // it may paint others by itself
        }
        return QObject::eventFilter(watched, event);
    }

  private:
    QWidget &widget_;
    std::function<void()> write_;
};

}  // namespace

void inEveryLanguage(QWidget &widget, std::function<void()> write) {
    write();
    new Rewriter(widget, std::move(write));  // the widget's child
}

QString joined(const QStringList &facts) {
    QString text;
    for (const QString &fact : facts)
        text = text.isEmpty() ? fact : Text::tr("%1, %2", "facts side by side").arg(text, fact);
    return text;
}

QString quoted(const QString &word) {
    return Text::tr("“%1”", "a word that is spoken of").arg(word);
}

QString told(const QString &name, const QString &fact) {
    return Text::tr("%1: %2", "a name and what is said of it").arg(name, fact);
}

}  // namespace widgets
