// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/language.h"

#include <QEvent>
#include <QObject>
#include <QWidget>
#include <utility>

namespace widgets {
namespace {

/// Listens to what its parent hears.
class Rewriter : public QObject {
  public:
    Rewriter(QWidget &widget, std::function<void()> write)
        : QObject(&widget), write_(std::move(write)) {
        widget.installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::LanguageChange)
            write_();
        return QObject::eventFilter(watched, event);
    }

  private:
    std::function<void()> write_;
};

}  // namespace

void inEveryLanguage(QWidget &widget, std::function<void()> write) {
    write();
    new Rewriter(widget, std::move(write));  // the widget's child
}

}  // namespace widgets
