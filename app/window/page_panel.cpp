// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/page_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr int mostRows = 5;  // before the list scrolls
constexpr int leastRows = 2;
constexpr double rowHeight = 1.4;  // times that of the font
constexpr int sentenceColumn = 0;
constexpr int translationColumn = 1;

void write(QTreeWidgetItem &item, int column, const QString &text) {
    item.setText(column, text);
    item.setToolTip(column, widgets::plainToolTip(text));
}

}  // namespace

PagePanel::PagePanel(Session *session, SentenceField *field, QWidget *parent)
    : QWidget(parent), session_(session), field_(field) {
    setObjectName("page");
    build();
    hide();
    connect(offer_, &QPushButton::clicked, this, &PagePanel::open);
    connect(whole_, &QPushButton::clicked, this, &PagePanel::showWhole);
    connect(close_, &QPushButton::clicked, this, &PagePanel::closeList);
    connect(list_, &QTreeWidget::currentItemChanged, this, &PagePanel::choose);
    connect(list_, &QTreeWidget::itemClicked, this, &PagePanel::choose);
    connect(list_, &QTreeWidget::itemActivated, this, &PagePanel::watchRequested);
    connect(field, &SentenceField::sentenceChanged, this, &PagePanel::updateOffer);
    connect(session, &Session::modelsChanged, this, [this] { page_.setModel(session_->model()); });
    connect(&page_, &Page::changed, this, &PagePanel::fill);
    connect(&page_, &Page::translated, this, [this](int sentence) {
        write(*list_->topLevelItem(sentence), translationColumn, page_.translation(sentence));
    });
}

void PagePanel::build() {
    offer_ = new QPushButton(parentWidget());
    offer_->setObjectName("translateAsSentences");
    list_ = new QTreeWidget(this);
    list_->setObjectName("pageSentences");
    list_->setColumnCount(2);
    list_->setHeaderHidden(true);
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->header()->setSectionResizeMode(QHeaderView::Stretch);
    list_->installEventFilter(this);
    whole_ = new QPushButton(this);
    whole_->setObjectName("wholeText");
    close_ = new QPushButton(this);
    close_->setObjectName("closeSentences");
    widgets::inEveryLanguage(*this, [this] {
        list_->setAccessibleName(tr("Sentences of the text"));
        whole_->setText(tr("&Whole text"));
        whole_->setToolTip(tr("Put the whole text back into the field."));
        close_->setText(tr("&Close"));
        close_->setToolTip(tr("Close the list of sentences (Escape)."));
        offer_->setToolTip(
            tr("Translate the text sentence by sentence, and choose from a list which to watch."));
        updateOffer();
    });
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(whole_);
    buttons->addWidget(close_);
    buttons->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(list_, 1);
    row->addLayout(buttons);
}

void PagePanel::updateOffer() {
    const QString text = field_->lines();
    const auto sentences = static_cast<int>(sentencesOf(text).size());
    offer_->setText(tr("Translate as %n &sentences", nullptr, sentences));
    const bool listed = !isHidden() && page_.text() == text;
    offer_->setVisible(offered_ && sentences > 1 && !listed);
    // What the field holds may be none of the list any more, or one of it again.
    if (QTreeWidgetItem *item = list_->currentItem())
        item->setSelected(item->text(sentenceColumn) == field_->sentence());
}

void PagePanel::setOffered(bool offered) {
    offered_ = offered;
    if (!offered && !isHidden())
        closeList();
    updateOffer();
}

void PagePanel::open() {
    page_.setModel(session_->model());
    page_.setText(field_->lines());
    show();
    updateOffer();
    list_->setCurrentItem(list_->topLevelItem(0));
    list_->setFocus();
}

void PagePanel::fill() {
    const QSignalBlocker blocker(list_);
    list_->clear();
    const int height = qRound(rowHeight * fontMetrics().height());
    for (const QString &sentence : page_.sentences()) {
        auto *item = new QTreeWidgetItem(list_);
        write(*item, sentenceColumn, sentence);
        item->setSizeHint(sentenceColumn, {0, height});
    }
    const auto rows = std::max<qsizetype>(page_.sentences().size(), 1);
    const int frame = 2 * list_->frameWidth();
    list_->setMinimumHeight(static_cast<int>(std::min<qsizetype>(rows, leastRows)) * height +
                            frame);
    list_->setMaximumHeight(static_cast<int>(std::min<qsizetype>(rows, mostRows)) * height + frame);
}

void PagePanel::choose() {
    if (const QTreeWidgetItem *item = list_->currentItem())
        field_->setSentence(item->text(sentenceColumn));
}

void PagePanel::showWhole() {
    field_->setSentence(page_.text());
}

void PagePanel::closeList() {
    hide();
    page_.setText({});
    updateOffer();
    field_->setFocus();
}

bool PagePanel::eventFilter(QObject *watched, QEvent *event) {
    // To the first sentence and the last; elsewhere they move time.
    if (watched == list_ && event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (!key.modifiers() && (key.key() == Qt::Key_Home || key.key() == Qt::Key_End))
            event->accept();
    }
    return QWidget::eventFilter(watched, event);
}

void PagePanel::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        closeList();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace app
