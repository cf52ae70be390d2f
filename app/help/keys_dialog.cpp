// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/keys_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <utility>

#include "app/help/keys.h"
#include "app/screen_room.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/language.h"

namespace app {
namespace {

bool holds(const Gesture &gesture, const QString &search) {
    return howToText(gesture).contains(search, Qt::CaseInsensitive) ||
           gesture.meaning.contains(search, Qt::CaseInsensitive);
}

/// What of the table the search finds: a group whole if its title is meant.
QList<GestureGroup> found(const QString &search) {
    QList<GestureGroup> groups;
    for (GestureGroup group : gestureGroups()) {
        if (!group.title.contains(search, Qt::CaseInsensitive))
            group.gestures.removeIf(
                [&](const Gesture &gesture) { return !holds(gesture, search); });
        if (!group.gestures.isEmpty())
            groups.append(group);
    }
    return groups;
}

QString groupHtml(const GestureGroup &group, const widgets::Theme &theme) {
    QString html = QStringLiteral(
                       "<tr><td colspan=\"2\" style=\"padding-top:14px; padding-bottom:2px\">"
                       "<b>%1</b></td></tr>")
                       .arg(group.title.toHtmlEscaped());
    for (const Gesture &gesture : group.gestures)
        html += QStringLiteral(
                    "<tr><td width=\"45%\" style=\"padding-right:14px; padding-bottom:3px; "
                    "color:%1\">%2</td><td style=\"padding-bottom:3px\">%3</td></tr>")
                    .arg(theme.role(widgets::Role::source).name(),
                         howToText(gesture).toHtmlEscaped(), gesture.meaning.toHtmlEscaped());
    return html;
}

/// The groups in so many columns of about the same height.
QString tableHtml(const QList<GestureGroup> &groups, int count, const widgets::Theme &theme) {
    constexpr int headingRows = 2;
    const auto rows = [](const GestureGroup &group) {
        return static_cast<int>(group.gestures.size()) + headingRows;
    };
    int all = 0;
    for (const GestureGroup &group : groups)
        all += rows(group);
    QStringList columns(count);
    int before = 0;
    for (const GestureGroup &group : groups) {
        columns[(2 * before + rows(group)) * count / (2 * all)] += groupHtml(group, theme);
        before += rows(group);
    }
    QString html = QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"><tr>");
    for (const QString &column : columns)
        html += QStringLiteral(
                    "<td width=\"%1%\" valign=\"top\" style=\"padding-right:16px\">"
                    "<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">%2</table></td>")
                    .arg(100 / count)
                    .arg(column);
    return html + QStringLiteral("</tr></table>");
}

}  // namespace

KeysDialog::KeysDialog(QWidget *parent) : QDialog(parent) {
    setObjectName(QStringLiteral("keysDialog"));
    search_ = new QLineEdit(this);
    search_->setObjectName(QStringLiteral("keysSearch"));
    search_->setClearButtonEnabled(true);
    table_ = new QTextBrowser(this);
    table_->setObjectName(QStringLiteral("keysTable"));
    table_->setOpenLinks(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(search_);
    column->addWidget(table_, 1);
    column->addWidget(buttons);
    connect(search_, &QLineEdit::textChanged, this, &KeysDialog::fill);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    const int em = fontMetrics().height();
    resize(withinScreen(*this, {em * 60, em * 44}));
    widgets::inEveryLanguage(*this, [this] {
        setWindowTitle(tr("Keyboard and mouse"));
        search_->setPlaceholderText(tr("Search: a key, or what it does"));
        search_->setAccessibleName(tr("Search the keys"));
        table_->setAccessibleName(tr("Keys and what they do"));
        fill();
    });
}

void KeysDialog::showFor(QWidget *parent) {
    auto *dialog = parent->findChild<KeysDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog)
        dialog = new KeysDialog(parent);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    dialog->search_->clear();
    dialog->search_->setFocus();
}

void KeysDialog::fill() {
    const widgets::Theme &theme = widgets::Theme::of(palette());
    const QList<GestureGroup> groups = found(search_->text().trimmed());
    table_->setHtml(groups.isEmpty() ? tr("No key or use of the mouse is described by “%1”.")
                                           .arg(search_->text().trimmed().toHtmlEscaped())
                                     : tableHtml(groups, columns_, theme));
}

void KeysDialog::resizeEvent(QResizeEvent *event) {
    QDialog::resizeEvent(event);
    constexpr int column = 24;  // in lines of text
    const int columns = width() < 2 * column * fontMetrics().height() ? 1 : 2;
    if (std::exchange(columns_, columns) != columns)
        fill();
}

void KeysDialog::changeEvent(QEvent *event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && table_)
        fill();
}

}  // namespace app
