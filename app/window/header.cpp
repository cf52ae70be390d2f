// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/header.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QVBoxLayout>
#include <utility>

#include "app/window/examples.h"
#include "app/window/tab_order.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr double enlargement = 1.3;

/// A choice that shortens what does not fit in the middle: at their ends, models say their
/// languages.
class ModelBox : public QComboBox {
  public:
    using QComboBox::QComboBox;

  protected:
    void paintEvent(QPaintEvent *) override {
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        const QRect room = style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                   QStyle::SC_ComboBoxEditField, this);
        option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideMiddle,
                                                      room.width() - 2 * textMargin);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }

  private:
    static constexpr int textMargin = 1;  // that of the style
};

}  // namespace

Header::Header(Session *session, QWidget *parent)
    : QWidget(parent), session_(session), edits_(session) {
    setObjectName("header");
    const int em = fontMetrics().height();
    recovery_ = new RecoveryBar(this);  // first, as Tab goes
    sentence_ = new SentenceField(this);
    enlargeSentence();

    examples_ = new QPushButton(this);
    examples_->setObjectName("examples");
    widgets::inEveryLanguage(*examples_, [this, em] {
        examples_->setText(tr("E&xamples"));
        delete examples_->menu();
        examples_->setMenu(makeExamplesMenu(
            examples_, [this](const QString &sentence) { pickSentence(sentence); }));
        examples_->setMinimumWidth(examples_->sizeHint().width() + em);
    });

    translation_ = new widgets::TranslationLine(session->viewpoint(), this);
    page_ = new PagePanel(session, sentence_, this);

    auto *field = new QHBoxLayout;
    field->setSpacing(0);
    scene_ = new SceneBar(this);
    scene_->hide();
    history_ = buildHistory();
    field->addWidget(sentence_, 1);
    field->addWidget(scene_, 1);
    field->addWidget(history_);
    auto *row = new QHBoxLayout;
    row->setSpacing(em / 2);
    row->addLayout(field, 1);
    row->addWidget(examples_);
    row->addWidget(buildModel());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(em / 2, em / 2, em / 2, em / 3);
    column->setSpacing(em / 3);
    column->addWidget(recovery_);
    column->addLayout(row);
    auto *below = new QHBoxLayout;
    below->addWidget(translation_, 1);
    below->addWidget(page_->offer());
    column->addLayout(below);
    column->addWidget(new EditsBar(session, &edits_, this));
    branches_ = new BranchesBar(session, &edits_, this);
    column->addWidget(branches_);
    column->addWidget(page_);

    connect(sentence_, &SentenceField::sentenceChanged, session, &Session::setSentence);
    connect(sentence_, &SentenceField::sentenceChanged, scene_, &SceneBar::setSource);
    connect(scene_, &SceneBar::sceneWanted, sentence_,
            [this](const QString &text) { sentence_->setSentence(text); });
    connect(scene_, &SceneBar::fileWanted, this, &Header::pictureWanted);
    connect(sentence_, &SentenceField::finished, this, &Header::watchRequested);
    connect(session->viewpoint(), &widgets::Viewpoint::sentenceAsked, sentence_,
            &SentenceField::setSentence);
    connect(page_, &PagePanel::watchRequested, this, &Header::watchRequested);
    connect(session, &Session::stateChanged, this, &Header::showState);
    connect(session, &Session::modelsChanged, this, &Header::showModels);
    connect(session, &Session::awaitedModelChanged, this, &Header::showState);
    widgets::inEveryLanguage(*this, [this] {
        showModels();
        showState();
        session_->tellAnew();
    });
}

QWidget *Header::buildHistory() {
    auto *button = new QToolButton(this);
    button->setObjectName("history");
    button->setArrowType(Qt::DownArrow);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);  // the keyboard has the arrows of the field
    widgets::inEveryLanguage(*button, [button] {
        button->setAccessibleName(tr("Earlier sentences"));
        button->setToolTip(tr("Earlier sentences"));
    });
    connect(button, &QToolButton::clicked, this, [this, button] {
        constexpr int most = 20;  // the field goes through all of them
        QMenu menu(button);
        menu.setObjectName("historyMenu");
        for (const QString &sentence : sentence_->history().mid(0, most))
            addSentence(menu, sentence, [this](const QString &picked) { pickSentence(picked); });
        if (menu.isEmpty())
            menu.addAction(tr("There are no earlier sentences yet."))->setEnabled(false);
        menu.exec(button->mapToGlobal(button->rect().bottomLeft()));
    });
    return button;
}

QWidget *Header::buildModel() {
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(box);
    model_ = new ModelBox(box);
    model_->setObjectName("model");
    widgets::inEveryLanguage(*box, [this, label] {
        label->setText(tr("&Model:"));
        model_->setAccessibleName(tr("Model"));
    });
    model_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    model_->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    model_->setMinimumContentsLength(12);
    label->setBuddy(model_);
    row->addWidget(label);
    row->addWidget(model_);
    connect(model_, &QComboBox::activated, session_, &Session::selectModel);
    return box;
}

void Header::enlargeSentence() {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * enlargement);
    sentence_->setFont(large);
    const int em = fontMetrics().height();
    sentence_->setMinimumSize(8 * em, QFontMetrics(large).height() + em * 2 / 3);
}

void Header::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && sentence_)
        enlargeSentence();
}

void Header::pickSentence(const QString &sentence) {
    sentence_->setSentence(sentence);
    sentence_->remember();
    giveFocus(*sentence_, Qt::OtherFocusReason);
}

void Header::showModels() {
    const QSignalBlocker blocker(model_);
    const auto &models = session_->models();
    // Only what has changed, since the list may be open while a model learns.
    while (model_->count() > static_cast<int>(models.size()))
        model_->removeItem(model_->count() - 1);
    for (int i = 0; i < static_cast<int>(models.size()); ++i) {
        const ModelEntry &entry = models[static_cast<std::size_t>(i)];
        if (i == model_->count())
            model_->addItem(QString());
        if (model_->itemText(i) != entry.title())
            model_->setItemText(i, entry.title());
        const QString file = QFileInfo(entry.key).isAbsolute() ? entry.key + u'\n' : QString();
        model_->setItemData(i, widgets::shortToolTip(file + entry.training), Qt::ToolTipRole);
    }
    model_->setCurrentIndex(session_->currentModel());
    if (session_->currentModel() >= 0) {
        const ModelEntry &entry =
            session_->models()[static_cast<std::size_t>(session_->currentModel())];
        sentence_->setReads(entry.sourceLanguage, entry.task);
    }
    followSource();
    model_->setToolTip(model_->currentData(Qt::ToolTipRole).toString());
}

void Header::followSource() {
    const bool pictures = session_->seesPictures();
    if (std::exchange(seesPictures_, pictures) == pictures)
        return;
    const QString kept = std::exchange(other_, sentence_->sentence());
    const bool focused = sentence_->hasFocus() || scene_->isAncestorOf(QApplication::focusWidget());
    sentence_->setVisible(!pictures);
    history_->setVisible(!pictures);
    examples_->setVisible(!pictures);
    scene_->setVisible(pictures);
    if (focused)
        giveFocus(pictures ? static_cast<QWidget &>(*scene_) : *sentence_, Qt::OtherFocusReason);
    sentence_->setSentence(kept.isEmpty() && pictures ? newScene() : kept);
    emit sourceKindChanged(pictures);
}

void Header::showState() {
    const bool busy = session_->state() == Session::State::busy;
    const QString model = fontMetrics().elidedText(session_->awaitedModel(), Qt::ElideMiddle,
                                                   fontMetrics().averageCharWidth() * 36);
    translation_->setBusy(!model.isEmpty() ? tr("reading %1…").arg(model)
                          : busy           ? tr("translating…")
                                           : QString());
    switch (session_->state()) {
        case Session::State::loading:
            translation_->showMessage(tr("The model is being loaded…"));
            break;
        case Session::State::empty:
            translation_->showMessage(
                session_->model() && session_->model()->metadata("source_language") != "fr"
                    ? tr("Type above what this model reads.")
                    : tr("Type a French sentence above, or choose one of the examples."));
            break;
        case Session::State::failed:
            translation_->showMessage(session_->message());
            break;
        case Session::State::busy:
        case Session::State::shown:
            translation_->showTranslation();
            break;
    }
}

}  // namespace app
