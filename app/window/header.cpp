// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/header.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>
#include <utility>

#include "app/window/examples.h"
#include "app/window/tab_order.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr double enlargement = 1.3;

/// What is typed for a translation may as well be read by what has learned another task.
model::Use slotOf(model::Use use) {
    return model::readsSentences(use) ? model::Use::translation : use;
}

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
    widgets::inEveryLanguage(*examples_, [this] { showExamples(); });

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
    dialogue_ = new DialogueBar(session, sentence_, this);
    dialogue_->hide();
    column->addWidget(dialogue_);
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
        button->setAccessibleName(tr("What was typed before"));
        button->setToolTip(tr("What was typed before"));
    });
    connect(button, &QToolButton::clicked, this, [this, button] {
        constexpr int most = 20;  // the field goes through all of them
        QMenu menu(button);
        menu.setObjectName("historyMenu");
        for (const QString &sentence : sentence_->history().mid(0, most))
            addSentence(menu, sentence, [this](const QString &picked) { pickSentence(picked); });
        if (menu.isEmpty())
            menu.addAction(tr("Nothing has been typed yet."))->setEnabled(false);
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
    label->setBuddy(model_);
    row->addWidget(label);
    row->addWidget(model_);
    connect(model_, &ModelBox::modelChosen, session_, &Session::selectModel);
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

void Header::showExamples() {
    examples_->setText(tr("E&xamples"));
    delete examples_->menu();
    const Reads reads = reads_.value_or(Reads{.language = QStringLiteral("fr")});
    const auto groups = examplesOf(reads.use, reads.language);
    examples_->setVisible(!groups.empty());
    examples_->setMenu(makeExamplesMenu(
        examples_, groups, [this](const QString &sentence) { pickSentence(sentence); }));
    examples_->setMinimumWidth(examples_->sizeHint().width() + fontMetrics().height());
}

void Header::showModels() {
    model_->showModels(session_->models(), session_->currentModel());
    followUse();
}

void Header::followUse() {
    if (session_->currentModel() < 0)
        return;
    const ModelEntry &entry =
        session_->models()[static_cast<std::size_t>(session_->currentModel())];
    const Reads reads{.use = entry.use(), .language = entry.sourceLanguage, .task = entry.task};
    const std::optional<Reads> before = reads_;
    if (before == reads)
        return;
    reads_ = reads;
    sentence_->setReads(reads);
    page_->setOffered(model::readsSentences(reads.use));
    showExamples();
    const bool pictures = reads.use == model::Use::caption;
    const bool focused = sentence_->hasFocus() || scene_->isAncestorOf(QApplication::focusWidget());
    sentence_->setVisible(!pictures);
    history_->setVisible(!pictures);
    scene_->setVisible(pictures);
    dialogue_->setVisible(reads.use == model::Use::dialogue);
    const bool wasPictures = before && before->use == model::Use::caption;
    if (focused && pictures != wasPictures)
        giveFocus(pictures ? static_cast<QWidget &>(*scene_) : *sentence_, Qt::OtherFocusReason);
    if (!before || before->use != reads.use)
        changeText(before ? std::optional(before->use) : std::nullopt);
    if (pictures != wasPictures)
        emit sourceKindChanged(pictures);
}

void Header::changeText(std::optional<model::Use> before) {
    const bool begins = !before;
    if (before && slotOf(*before) == slotOf(reads_->use))
        return;
    if (before)
        others_[slotOf(*before)] = sentence_->sentence();
    QString text = others_.value(slotOf(reads_->use));
    if (begins && !std::exchange(beginsWithExample_, false) && text.isEmpty())
        return;
    if (text.isEmpty() && reads_->use == model::Use::caption)
        text = newScene();
    else if (text.isEmpty())
        text = firstExample(reads_->use, reads_->language);
    if (!begins)
        return sentence_->setSentence(text);
    sentence_->setText(text);  // to what was before, no undoing leads back
    sentence_->selectSentence();
}

void Header::setSource(model::Use use, const QString &text) {
    const model::Use slot = slotOf(use);
    if (reads_ && slotOf(reads_->use) != slot)
        others_[slot] = text;
    else if (text != sentence_->sentence())
        sentence_->setSentence(text);
}

void Header::showState() {
    const bool busy = session_->state() == Session::State::busy;
    const QString model = fontMetrics().elidedText(session_->awaitedModel(), Qt::ElideMiddle,
                                                   fontMetrics().averageCharWidth() * 36);
    translation_->setBusy(!model.isEmpty() ? tr("reading %1…").arg(model)
                          : busy           ? busyTextFor(session_->use())
                                           : QString());
    switch (session_->state()) {
        case Session::State::loading:
            translation_->showMessage(tr("The model is being loaded…"));
            break;
        case Session::State::empty:
            translation_->showMessage(
                invitationFor(reads_.value_or(Reads{.language = QStringLiteral("fr")})));
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
