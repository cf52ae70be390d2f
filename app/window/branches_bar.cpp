// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/branches_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <algorithm>

#include "app/window/tab_order.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/language.h"
#include "widgets/text/menu_text.h"

namespace app {
namespace {

constexpr double pictureHeight = 1.8;  // in heights of a line
constexpr int widestName = 16;

/// The attention of a whole translation in few pixels: a row per step, a column per source piece.
QImage attentionImage(const model::Trace &trace, const widgets::Theme &theme) {
    const model::Matrix weights = model::alignment(trace);
    QImage image(int(weights.cols()), int(weights.rows()), QImage::Format_RGB32);
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column)
            image.setPixelColor(column, row, theme.weight(double(weights(row, column))));
    return image;
}

}  // namespace

BranchesBar::BranchesBar(Session *session, Edits *edits, QWidget *parent)
    : QWidget(parent), session_(session), edits_(edits), traces_(session) {
    setObjectName(QStringLiteral("branchesBar"));
    buildList();
    buildActions();
    buildCompare();
    connect(edits, &Edits::changed, this, &BranchesBar::refresh);
    connect(&traces_, &BranchTraces::came, this, &BranchesBar::refresh);
    connect(&traces_, &BranchTraces::came, this, &BranchesBar::compareWithAwaited);
    connect(session->viewpoint(), &widgets::Viewpoint::traceChanged, this, &BranchesBar::refresh);
    widgets::inEveryLanguage(*this, [this] {
        list_->setAccessibleName(tr("Branches"));
        refresh();
    });
}

void BranchesBar::buildList() {
    list_ = new widgets::QuietList<QListWidget>(this);
    list_->setObjectName(QStringLiteral("branches"));
    list_->setFlow(QListView::LeftToRight);
    list_->setWrapping(false);
    list_->setFrameShape(QFrame::NoFrame);
    list_->viewport()->setAutoFillBackground(false);
    list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // arrows and wheel move it
    list_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    list_->setTextElideMode(Qt::ElideRight);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(list_, &QWidget::customContextMenuRequested, this, &BranchesBar::contextMenu);
    list_->installEventFilter(this);
    list_->viewport()->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(list_);
    connect(list_, &QListWidget::currentRowChanged, this,
            [this](int now) { edits_->show(now - 1); });
    // Later: the list is still busy with it.
    connect(list_, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        QMetaObject::invokeMethod(
            this, [this, row = list_->row(item), text = item->text()] { takeName(row - 1, text); },
            Qt::QueuedConnection);
    });
}

void BranchesBar::buildActions() {
    const auto add = [this](const char *name, const QKeySequence &key, auto act) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        actions_.append(action);
    };
    add("nextBranch", Qt::CTRL | Qt::Key_PageDown, [this] { go(1); });
    add("previousBranch", Qt::CTRL | Qt::Key_PageUp, [this] { go(-1); });
    add("compareBranch", Qt::CTRL | Qt::SHIFT | Qt::Key_R, [this] { askWhichOther(); });
    add("renameBranch", {}, [this] { rename(current()); });
    add("copyBranch", {}, [this] { edits_->duplicate(current()); });
    add("deleteBranch", {}, [this] { edits_->remove(current()); });
    widgets::inEveryLanguage(*this, [this] {
        actions_[0]->setText(tr("&Next branch"));
        actions_[1]->setText(tr("&Previous branch"));
        actions_[2]->setText(tr("Co&mpare with…"));
        actions_[3]->setText(tr("&Rename the branch"));
        actions_[4]->setText(tr("&Copy the branch"));
        actions_[5]->setText(tr("&Delete the branch"));
    });
}

void BranchesBar::buildCompare() {
    others_ = new QMenu(this);
    others_->setObjectName(QStringLiteral("otherBranches"));
    connect(others_, &QMenu::aboutToShow, this, &BranchesBar::offerOthers);
    compare_ = new QPushButton(this);
    compare_->setObjectName(QStringLiteral("compareBranches"));
    compare_->setFocusPolicy(Qt::TabFocus);
    compare_->setMenu(others_);
    compare_->setAutoDefault(false);
    static_cast<QHBoxLayout *>(layout())->addWidget(compare_);
    widgets::inEveryLanguage(*compare_, [this] {
        compare_->setText(tr("Compare with"));
        compare_->setAccessibleName(tr("Compare what is in view with another branch"));
        compare_->setToolTip(
            tr("Show another branch beside what is in view, and in every view what differs."));
    });
}

void BranchesBar::offerOthers() {
    others_->clear();
    for (int row = 0; row < list_->count(); ++row)
        if (row != list_->currentRow())
            others_->addAction(widgets::menuText(list_->item(row)->text()), this,
                               [this, row] { compareWith(row - 1); });
}

void BranchesBar::askWhichOther() {
    others_->popup(compare_->mapToGlobal(compare_->rect().bottomLeft()));
    others_->setActiveAction(others_->actions().value(0));
}

void BranchesBar::compareWith(int branch) {
    awaited_ = {};
    const std::vector<Branch> &all = edits_->branches().all;
    if (branch < 0)
        return emit compareWanted(nullptr, {});
    if (branch >= int(all.size()))
        return;
    const Branch &other = all[std::size_t(branch)];
    if (const auto trace = traces_.trace(other.interventions))
        emit compareWanted(trace, other.title());
    else
        awaited_ = other;
}

void BranchesBar::compareWithAwaited() {
    if (awaited_.interventions.empty())
        return;
    const std::vector<Branch> &all = edits_->branches().all;
    auto found = std::ranges::find(all, awaited_);
    if (found == all.end())  // it has another name by now
        found = std::ranges::find(all, awaited_.interventions, &Branch::interventions);
    if (found == all.end())
        awaited_ = {};  // deleted, or something else was decided in it
    else
        compareWith(int(found - all.begin()));
}

/// Of the branch under the pointer, which need not be the one in view.
void BranchesBar::contextMenu(const QPoint &at) {
    const QListWidgetItem *item = list_->itemAt(at);
    if (!item)
        return;
    const int row = list_->row(item);
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("branchMenu"));
    if (row == list_->currentRow()) {
        menu.addActions(actions_.mid(2));
    } else {
        menu.addAction(tr("Co&mpare with what is in view"), this,
                       [this, row] { compareWith(row - 1); })
            ->setObjectName(QStringLiteral("compareWithView"));
        if (row > 0) {
            menu.addAction(actions_[3]->text(), this, [this, row] { rename(row - 1); });
            menu.addAction(actions_[4]->text(), this, [this, row] { edits_->duplicate(row - 1); });
            menu.addAction(actions_[5]->text(), this, [this, row] { edits_->remove(row - 1); });
        }
    }
    menu.exec(list_->viewport()->mapToGlobal(at));
}

void BranchesBar::go(int by) {
    const int count = list_->count();
    list_->setCurrentRow((list_->currentRow() + by + count) % count);
}

void BranchesBar::rename(int branch) {
    QListWidgetItem *item = list_->item(branch + 1);
    if (!item || branch < 0)
        return;
    giveFocus(*list_, Qt::ShortcutFocusReason);
    list_->editItem(item);
}

void BranchesBar::takeName(int branch, const QString &typed) {
    const std::vector<Branch> &all = edits_->branches().all;
    if (branch >= 0 && branch < int(all.size()) &&
        typed.simplified() != all[std::size_t(branch)].title())
        edits_->rename(branch, typed);
    refresh();  // without what was typed beyond a name
}

QIcon BranchesBar::picture(const model::Trace &trace) {
    const widgets::Theme theme = widgets::Theme::of(*this);
    const QImage image = attentionImage(trace, theme);
    const QSize room = list_->iconSize();
    QPixmap pixmap(room * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QSize size = image.size().scaled(room - QSize(2, 2), Qt::KeepAspectRatio);
    const QRect place(
        QPoint((room.width() - size.width()) / 2, (room.height() - size.height()) / 2), size);
    painter.drawImage(place, image);
    painter.setPen(theme.outline);
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
    // The same when selected: it is a picture, not a symbol.
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

void BranchesBar::refresh() {
    const Branches &branches = edits_->branches();
    traces_.keepOnly(branches);
    setVisible(!branches.all.empty());
    const bool onBranch = branches.current >= 0;
    for (QAction *action : actions_.mid(0, 3))
        action->setEnabled(!branches.all.empty());
    for (QAction *action : actions_.mid(3))
        action->setEnabled(onBranch);
    pictured_.resize(branches.all.empty() ? 0 : branches.all.size() + 1);
    if (branches.all.empty())
        return list_->clear();
    const QSignalBlocker blocker(list_);
    const int em = fontMetrics().height();
    list_->setIconSize(QSize(1, 1) * int(em * pictureHeight));
    const auto write = [&](int row, const QString &text, const QString &told,
                           const model::Interventions &interventions, bool editable) {
        if (row == list_->count())
            list_->addItem(QString());
        QListWidgetItem *item = list_->item(row);
        item->setText(text);
        item->setToolTip(told);
        // Until the new one is known the one before stays, so that nothing flickers.
        const auto trace = traces_.trace(interventions);
        auto &pictured = pictured_[std::size_t(row)];
        if (trace && trace != pictured && trace->hasAttention() && !trace->steps.empty()) {
            item->setIcon(picture(*trace));
            pictured = trace;
        }
        item->setFlags(editable ? item->flags() | Qt::ItemIsEditable
                                : item->flags() & ~Qt::ItemIsEditable);
        const int name = std::min(fontMetrics().horizontalAdvance(text) + em, widestName * em);
        item->setSizeHint({list_->iconSize().width() + name + em, list_->iconSize().height() + 4});
    };
    write(0, tr("Original"), tr("What the model makes by itself"), {}, false);
    int row = 0;
    for (const Branch &branch : branches.all)
        write(++row, branch.title(), branch.edits.join(u'\n'), branch.interventions, true);
    while (list_->count() > row + 1)
        delete list_->takeItem(list_->count() - 1);
    list_->setCurrentRow(branches.current + 1);
    list_->setFixedHeight(list_->iconSize().height() + 6);
}

bool BranchesBar::eventFilter(QObject *watched, QEvent *event) {
    // A press for the menu leaves in view what is: the menu is about the branch under the pointer.
    if (watched == list_->viewport() && event->type() == QEvent::MouseButtonPress)
        return static_cast<const QMouseEvent *>(event)->button() == Qt::RightButton;
    if (watched != list_)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool isOwn =
            !key->modifiers() && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right ||
                                  key->key() == Qt::Key_Home || key->key() == Qt::Key_End ||
                                  key->key() == Qt::Key_Delete || key->key() == Qt::Key_F2);
        if (isOwn && event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        if (isOwn && key->key() == Qt::Key_Delete) {
            edits_->remove(current());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void BranchesBar::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        if (list_ && !actions_.isEmpty()) {
            pictured_.clear();  // in other colours, or of another size
            refresh();
        }
}

}  // namespace app
