// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message.h"

#include <QMessageBox>

namespace app {
namespace {

int ask(QMessageBox::Icon icon, QWidget *parent, const QString &title, const QString &text,
        QMessageBox::StandardButtons buttons, QMessageBox::StandardButton otherwise) {
    QMessageBox box(icon, title, text, buttons, parent);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(otherwise);
    return box.exec();
}

}  // namespace

void warn(QWidget *parent, const QString &title, const QString &sentence) {
    ask(QMessageBox::Warning, parent, title, sentence, QMessageBox::Ok, QMessageBox::Ok);
}

bool confirm(QWidget *parent, const QString &title, const QString &question) {
    return ask(QMessageBox::Question, parent, title, question, QMessageBox::Yes | QMessageBox::No,
               QMessageBox::No) == QMessageBox::Yes;
}

}  // namespace app
