// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help.h"

#include <QApplication>
#include <QKeySequence>
#include <QMessageBox>
#include <iterator>

namespace app {
namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("help", text);
}

struct Key {
    QKeyCombination key;
    const char *meaning;
};

constexpr Key keys[] = {
    {Qt::Key_Space, QT_TRANSLATE_NOOP("help", "play and pause")},
    {Qt::Key_Left, QT_TRANSLATE_NOOP("help", "back a stage")},
    {Qt::Key_Right, QT_TRANSLATE_NOOP("help", "on a stage")},
    {Qt::CTRL | Qt::Key_Left, QT_TRANSLATE_NOOP("help", "back a word")},
    {Qt::CTRL | Qt::Key_Right, QT_TRANSLATE_NOOP("help", "on a word")},
    {Qt::Key_Home, QT_TRANSLATE_NOOP("help", "to the start")},
    {Qt::Key_End, QT_TRANSLATE_NOOP("help", "to the end")},
    {Qt::Key_L, QT_TRANSLATE_NOOP("help", "loop the word in view")},
    {Qt::CTRL | Qt::Key_Up, QT_TRANSLATE_NOOP("help", "play faster")},
    {Qt::CTRL | Qt::Key_Down, QT_TRANSLATE_NOOP("help", "play slower")},
    {Qt::Key_U, QT_TRANSLATE_NOOP("help", "in the unrolled view: all units of the selected strip")},
    {Qt::CTRL | Qt::Key_L, QT_TRANSLATE_NOOP("help", "edit the sentence")},
    {Qt::Key_Return,
     QT_TRANSLATE_NOOP(
         "help", "in the sentence: watch it from the start; elsewhere: press the button in focus")},
    {Qt::CTRL | Qt::Key_O, QT_TRANSLATE_NOOP("help", "open a model")},
    {Qt::CTRL | Qt::SHIFT | Qt::Key_E, QT_TRANSLATE_NOOP("help", "export the heatmap")},
};

QString row(const Key &key) {
    return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(QKeySequence(key.key).toString(QKeySequence::NativeText).toHtmlEscaped(),
             tr(key.meaning).toHtmlEscaped());
}

}  // namespace

void showKeys(QWidget *parent) {
    QString table;
    for (const Key &key : keys)
        table += row(key);
    QMessageBox box(QMessageBox::NoIcon, tr(QT_TRANSLATE_NOOP("help", "Keyboard shortcuts")),
                    QStringLiteral("<table>%1</table>").arg(table), QMessageBox::Close, parent);
    box.setTextFormat(Qt::RichText);
    box.setObjectName("keysDialog");
    box.exec();
}

void showAbout(QWidget *parent, const model::Model *model) {
    QString text =
        QStringLiteral("<h3>%1 %2</h3><p>%3</p><p>%4</p>")
            .arg(QApplication::applicationDisplayName(), QApplication::applicationVersion(),
                 tr(QT_TRANSLATE_NOOP(
                     "help",
                     "Watch an attention sequence-to-sequence model translate: every number "
                     "on the screen is the model's.")),
                 tr(QT_TRANSLATE_NOOP("help",
                                      "Free software under the GNU General Public License, "
                                      "version 3 or later.")));
    if (model) {
        text +=
            QStringLiteral("<p>%1</p>")
                .arg(tr(QT_TRANSLATE_NOOP("help", "Model: %1. %2 Licence: %3."))
                         .arg(QString::fromStdString(model->metadata("name")).toHtmlEscaped(),
                              QString::fromStdString(model->metadata("training")).toHtmlEscaped(),
                              QString::fromStdString(model->metadata("license")).toHtmlEscaped()));
    }
    QMessageBox box(QMessageBox::NoIcon, tr(QT_TRANSLATE_NOOP("help", "About")), text,
                    QMessageBox::Close, parent);
    box.setTextFormat(Qt::RichText);
    box.setObjectName("aboutDialog");
    box.setIconPixmap(QApplication::windowIcon().pixmap(64));
    box.exec();
}

}  // namespace app
