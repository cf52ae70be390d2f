// SPDX-License-Identifier: GPL-3.0-or-later
// How the embeddings panel is put together, and what the user does in it.
#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/drawing/focus_ring.h"
#include "widgets/embeddings/map.h"
#include "widgets/embeddings/neighbour_list.h"
#include "widgets/embeddings/panel.h"
#include "widgets/embeddings/piece_list.h"
#include "widgets/panel/quiet_list.h"
#include "widgets/text/language.h"

namespace widgets {

QWidget *EmbeddingsPanel::buildBody() {
    auto *body = new QWidget(this);
    inEveryLanguage(*this, [this] { row_ = {}; });  // the same row is told anew
    searchPart_ = new QWidget(body);
    searchPart_->installEventFilter(this);
    auto *column = new QVBoxLayout(searchPart_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addLayout(buildSwitch());
    edit_ = new QLineEdit(searchPart_);
    edit_->setObjectName(QStringLiteral("embeddingsSearch"));
    inEveryLanguage(*edit_, [this] {
        edit_->setAccessibleName(tr("Search the vocabulary"));
        edit_->setPlaceholderText(tr("Search"));
    });
    edit_->setClearButtonEnabled(true);
    edit_->installEventFilter(this);
    column->addWidget(edit_);
    list_ = new QuietList<QListView>(searchPart_);
    list_->setObjectName(QStringLiteral("embeddingsList"));
    inEveryLanguage(*list_, [this] { list_->setAccessibleName(tr("Pieces of the vocabulary")); });
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->installEventFilter(this);
    list_->viewport()->installEventFilter(this);
    new FocusRing(list_);
    nothing_ = new QLabel(list_->viewport());
    nothing_->setObjectName(QStringLiteral("embeddingsNothingFound"));
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    nothing_->setTextFormat(Qt::PlainText);
    auto *cover = new QVBoxLayout(list_->viewport());
    cover->addWidget(nothing_);
    nothing_->hide();
    pieces_ = new PieceListModel(this);
    delegate_ = new PieceDelegate(this);
    list_->setModel(pieces_);
    list_->setItemDelegate(delegate_);
    column->addWidget(list_, 1);
    neighbourList_ = new NeighbourList(body);
    map_ = new EmbeddingMap(body);
    grid_ = new QGridLayout(body);
    const int gap = fontMetrics().height() / 3;
    grid_->setContentsMargins(gap, gap, gap, gap);
    grid_->setSpacing(gap);
    arrange();
    return body;
}

QLayout *EmbeddingsPanel::buildSwitch() {
    switch_ = new QHBoxLayout;
    switch_->setSpacing(0);
    auto *group = new QButtonGroup(this);
    const auto add = [&](const QString &name) {
        auto *button = new QToolButton(searchPart_);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        group->addButton(button);
        switch_->addWidget(button);
        return button;
    };
    source_ = add(QStringLiteral("embeddingsSource"));
    target_ = add(QStringLiteral("embeddingsTarget"));
    inEveryLanguage(*searchPart_, [this] {
        source_->setText(tr("Source"));
        source_->setAccessibleName(tr("Table of the source language"));
        source_->setToolTip(source_->accessibleName());
        target_->setText(tr("Target"));
        target_->setAccessibleName(tr("Table of the target language"));
        target_->setToolTip(target_->accessibleName());
    });
    showSwitch();
    connect(source_, &QToolButton::clicked, this, [this] { setSide(TableSide::source); });
    connect(target_, &QToolButton::clicked, this, [this] { setSide(TableSide::target); });
    return switch_;
}

void EmbeddingsPanel::arrangeSwitch() {
    const int both = source_->sizeHint().width() + target_->sizeHint().width();
    switch_->setDirection(searchPart_->width() < both ? QBoxLayout::TopToBottom
                                                      : QBoxLayout::LeftToRight);
}

/// The table in view is bold, too: a pressed button is hardly told from another in the dark.
void EmbeddingsPanel::showSwitch() {
    for (QToolButton *button : {source_, target_}) {
        const bool shown = button == (side_ == TableSide::source ? source_ : target_);
        button->setChecked(shown);
        QFont used = font();
        used.setBold(shown);
        button->setFont(used);
    }
}

void EmbeddingsPanel::sayNothingFound() {
    nothing_->setText(tr("No piece holds “%1”. Try fewer letters; Escape clears the search.")
                          .arg(edit_->text().left(40)));
    nothing_->setVisible(shownNames_ && pieces_->rowCount() == 0);
}

void EmbeddingsPanel::connectParts() {
    connect(edit_, &QLineEdit::textChanged, this, &EmbeddingsPanel::search);
    connect(edit_, &QLineEdit::returnPressed, this, [this] {
        if (const int first = pieces_->pieceAt(0); first >= 0)
            lookUp(first);
    });
    const auto chosen = [this](const QModelIndex &index) { lookUp(pieces_->pieceAt(index.row())); };
    connect(list_, &QListView::clicked, this, chosen);
    connect(list_, &QListView::activated, this, chosen);
    connect(list_, &QListView::entered, this,
            [this](const QModelIndex &index) { hoverPiece(pieces_->pieceAt(index.row())); });
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (list_->hasFocus() && index.isValid())
                    hoverPiece(pieces_->pieceAt(index.row()));
            });
    connect(neighbourList_, &NeighbourList::pieceHovered, this,
            [this](int piece) { hoverPiece(piece); });
    connect(neighbourList_, &NeighbourList::pieceClicked, this, &EmbeddingsPanel::lookUp);
    connect(neighbourList_, &NeighbourList::unitHovered, this, &EmbeddingsPanel::hoverUnit);
    connect(map_, &EmbeddingMap::pieceHovered, this,
            [this](int piece) { hoverPiece(piece, true); });
    connect(map_, &EmbeddingMap::pieceClicked, this, &EmbeddingsPanel::lookUp);
}

/// Side by side where there is width, else the map below.
void EmbeddingsPanel::arrange() {
    for (QWidget *part :
         {searchPart_, static_cast<QWidget *>(neighbourList_), static_cast<QWidget *>(map_)})
        grid_->removeWidget(part);
    grid_->addWidget(searchPart_, 0, 0);
    grid_->addWidget(neighbourList_, 0, 1);
    if (tall_)
        grid_->addWidget(map_, 1, 0, 1, 2);
    else
        grid_->addWidget(map_, 0, 2);
    grid_->setColumnStretch(0, still_ ? 0 : 4);
    grid_->setColumnStretch(1, 5);
    grid_->setColumnStretch(2, tall_ ? 0 : 7);
    grid_->setRowStretch(0, 4);
    grid_->setRowStretch(1, tall_ ? 5 : 0);
}

void EmbeddingsPanel::resizeEvent(QResizeEvent *event) {
    Panel::resizeEvent(event);
    const bool tall = height() > width() && height() > fontMetrics().height() * 20;
    if (std::exchange(tall_, tall) != tall)
        arrange();
}

void EmbeddingsPanel::addMenuEntries(QMenu &menu, const QPoint &) {
    QAction *follow = menu.addAction(tr("&Follow the source"), QKeySequence(Qt::Key_Escape), this,
                                     [this] { lookUp(-1); });
    follow->setObjectName(QStringLiteral("embeddingsFollow"));
    follow->setEnabled(pinned_ >= 0);
}

std::unique_ptr<Panel> EmbeddingsPanel::still(Viewpoint *viewpoint) const {
    auto panel = std::make_unique<EmbeddingsPanel>(viewpoint);
    panel->still_ = true;
    panel->searchPart_->hide();
    panel->map_->makeStill();
    panel->arrange();
    panel->side_ = side_;
    panel->model_ = model_;
    panel->tables_ = tables_;
    panel->pinned_ = pinned_;
    panel->lastSelectedSource_ = lastSelectedSource_;
    panel->showTables();
    return panel;
}

/// Where the list shows the row that is looked up, it does so at another size, too.
void EmbeddingsPanel::keepRowInList() {
    const QModelIndex index = list_->currentIndex();
    if (index.isValid() && list_->viewport()->rect().intersects(list_->visualRect(index)))
        QTimer::singleShot(0, this, [this] {
            if (const QModelIndex current = list_->currentIndex(); current.isValid())
                list_->scrollTo(current);
        });
}

void EmbeddingsPanel::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && pinned_ >= 0)
        lookUp(-1);
    else
        Panel::keyPressEvent(event);
}

bool EmbeddingsPanel::eventFilter(QObject *watched, QEvent *event) {
    if (!list_ || !edit_)
        return Panel::eventFilter(watched, event);  // not all is there yet
    if (watched == searchPart_ &&
        (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        arrangeSwitch();
    const bool inList = watched == list_->viewport();
    if (inList && event->type() == QEvent::Resize)
        keepRowInList();
    // A click that looks nothing up marks nothing either.
    if (inList && event->type() == QEvent::MouseButtonPress &&
        static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton)
        return true;
    if (watched == list_ && (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut))
        hoverPiece(-1);
    if (event->type() == QEvent::ShortcutOverride && watched == list_) {
        // With the focus in the list these keys belong to it, not to the timeline.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Home || key == Qt::Key_End)
            event->accept();
    }
    if (event->type() == QEvent::KeyPress && watched == edit_) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down && pieces_->rowCount() > 0) {
            list_->setFocus(Qt::TabFocusReason);
            list_->setCurrentIndex(pieces_->index(0));
            return true;
        }
        if (key == Qt::Key_Escape && !edit_->text().isEmpty()) {
            edit_->clear();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

}  // namespace widgets
