// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/guide.h"

#include <algorithm>
#include <utility>

#include "app/lesson/facts.h"
#include "app/lesson/places.h"
#include "app/settings/settings.h"

namespace app {
namespace {

/// For a learner who has brought none.
const QString usualSentence = QStringLiteral("La petite fille lit un livre bleu.");

}  // namespace

LessonGuide::LessonGuide(Session *session, LessonRoom *room, QObject *parent)
    : QObject(parent),
      session_(session),
      room_(room),
      chapters_(lessonChapters()),
      veil_(session->viewpoint()) {
    const widgets::Viewpoint *viewpoint = session->viewpoint();
    // Queued: the views take the trace before time moves.
    connect(viewpoint, &widgets::Viewpoint::traceChanged, this, &LessonGuide::take,
            Qt::QueuedConnection);
    connect(viewpoint, &widgets::Viewpoint::momentChanged, this, &LessonGuide::judge);
    connect(viewpoint, &widgets::Viewpoint::selectionChanged, this, &LessonGuide::judge);
    connect(session, &Session::modelsChanged, this, &LessonGuide::judge);
    connect(session, &Session::interventionsChanged, this, &LessonGuide::judge);
    connect(session, &Session::sourceChanged, this, &LessonGuide::hearSentence);
    connect(&scholar_, &LessonScholar::learnt, this, [this] {
        learn();
        // Where the page leads may depend on what was not known before.
        if (running() && setUp_ && !std::exchange(placed_, true) &&
            session_->viewpoint()->moment() == start_.moment)
            setUp();
        emit changed();
    });
}

const LessonChapter &LessonGuide::chapter() const {
    return chapters_.at(static_cast<std::size_t>(place_.chapter));
}

const LessonPage &LessonGuide::page() const {
    return chapter().pages.at(static_cast<std::size_t>(place_.page));
}

bool LessonGuide::isLast() const {
    return place_.chapter + 1 == static_cast<int>(chapters_.size()) &&
           place_.page + 1 == static_cast<int>(chapter().pages.size());
}

LessonFacts LessonGuide::facts() const {
    return factsAbout(known_, stepOf(page(), known_).value_or(0));
}

void LessonGuide::begin() {
    if (running() || chapters_.empty())
        return;
    before_ = {.layout = room_->layout(),
               .zoom = room_->pictureZoom(),
               .model = session_->modelKey(),
               .session = session_->snapshot(),
               .showedOriginal = session_->showsOriginal()};
    if (before_->session)
        before_->session->content.history = room_->edits().history();
    own_ =
        room_->sentence().trimmed().isEmpty() || !translates() ? usualSentence : room_->sentence();
    set_ = room_->sentence();
    before_->own = own_;
    place_ = placeNamed(chapters_, settings::get(settings::lessonPlace));
    room_->setLessonShown(true);
    emit runningChanged();
    show();
}

void LessonGuide::leave() {
    if (!running())
        return;
    const Before before = *std::exchange(before_, std::nullopt);
    room_->pause();
    veil_.setDrawn(false);
    room_->setLessonShown(false);
    giveBack(before);
    room_->restoreLayout(before.layout);
    room_->setPictureZoom(before.zoom);
    emit runningChanged();
}

void LessonGuide::giveBack(const Before &before) {
    if (!before.session || before.own != own_) {
        typeSentence(own_);
        if (!before.model.isEmpty())
            session_->selectModel(session_->find(before.model));
        return;
    }
    const SavedSession &content = before.session->content;
    if (before.left) {
        session_->restore(*before.session);
        room_->edits().restore(content.history);
        set_ = content.sentence;
        room_->setSource(session_->use(), content.sentence);
    }
    session_->setShowsOriginal(before.showedOriginal);
    session_->viewpoint()->setMoment(content.moment);
    session_->viewpoint()->setSelected(content.selection);
}

void LessonGuide::goTo(LessonPlace place) {
    if (!running())
        return;
    place_ = placeNamed(chapters_, nameOf(chapters_, place));
    show();
}

void LessonGuide::goToChapter(int chapter) {
    if (chapter >= 0 && chapter < static_cast<int>(chapters_.size()))
        goTo({chapter, 0});
}

void LessonGuide::next() {
    if (!running() || waiting_)
        return;
    if (isLast()) {
        settings::set(settings::lessonPlace, QString());  // once more from the beginning
        return leave();
    }
    const bool inChapter = place_.page + 1 < static_cast<int>(chapter().pages.size());
    goTo(inChapter ? LessonPlace{place_.chapter, place_.page + 1}
                   : LessonPlace{place_.chapter + 1, 0});
}

void LessonGuide::back() {
    if (!running() || isFirst())
        return;
    if (place_.page > 0)
        return goTo({place_.chapter, place_.page - 1});
    const LessonChapter &before = chapters_.at(static_cast<std::size_t>(place_.chapter) - 1);
    goTo({place_.chapter - 1, static_cast<int>(before.pages.size()) - 1});
}

void LessonGuide::typeSentence(const QString &sentence) {
    set_ = sentence;
    room_->setSource(model::Use::translation, sentence);
}

int LessonGuide::liveModel() const {
    const model::Use use = model::useOfTask(page().use.toStdString());
    return page().use.isEmpty() ? -1 : session_->find(use);
}

bool LessonGuide::translates() const {
    return model::readsSentences(session_->use());
}

QStringList LessonGuide::paragraphs(const QString &language) const {
    QStringList all = page().text.paragraphs(language);
    if (isLive())
        all += page().live.paragraphs(language);
    return all;
}

/// What the page has a model read, and by which one.
void LessonGuide::showSource() {
    const LessonPage &page = this->page();
    if (const int live = liveModel(); live >= 0) {
        wasLive_ = true;
        set_ = page.source;
        room_->setSource(session_->models()[static_cast<std::size_t>(live)].use(), page.source);
        return session_->selectModel(live);
    }
    const bool returns = std::exchange(wasLive_, false) || !translates();
    if (!page.sentence.isEmpty() || returns)
        typeSentence(page.sentence.isEmpty() || page.sentence == LessonPage::ownSentence
                         ? own_
                         : page.sentence);
    const QString attention = QStringLiteral("attention");
    if (!page.model.isEmpty() || returns)
        session_->selectModel(session_->find(page.model.isEmpty() ? attention : page.model));
}

void LessonGuide::show() {
    const LessonPage &page = this->page();
    settings::set(settings::lessonPlace, nameOf(chapters_, place_));
    room_->pause();
    setUp_ = false;
    placed_ = false;
    waiting_ = lessonCondition(page.wait) != nullptr;
    showSource();
    if (!page.panel.isEmpty())
        room_->bringToFront(page.panel);
    if (!page.zoom.isEmpty())
        room_->fitPicture(page.zoom == QLatin1String("fit"));
    take();
    emit changed();
}

bool LessonGuide::isThere() const {
    const auto &trace = veil_.whole();
    const QString &model = page().model;
    return trace && trace->ending != model::Ending::running && trace->model == session_->model() &&
           trace->source.text() == session_->sentence().toStdString() &&
           (model.isEmpty() || session_->modelKey() == model) &&
           (!isLive() || session_->currentModel() == liveModel());
}

void LessonGuide::learn() {
    known_ = scholar_.know(translates() ? session_->sentence() : own_);
    known_.trace = veil_.whole();
}

void LessonGuide::take() {
    if (!running())
        return;
    learn();
    // What was there already may be translated once more, which shows it to its end.
    const auto of = setUpOf_.lock();
    const bool again = of && known_.trace && of != known_.trace &&
                       of->source == known_.trace->source && of->model == known_.trace->model &&
                       of->interventions.empty() && known_.trace->interventions.empty();
    if ((!setUp_ || again) && isThere())
        setUp();
    emit changed();
}

void LessonGuide::setUp() {
    setUp_ = false;  // what changes meanwhile was not the learner
    setUpOf_ = known_.trace;
    placed_ = known_.posterior != nullptr;
    widgets::Viewpoint &viewpoint = *session_->viewpoint();
    const LessonPage &page = this->page();
    const int step = stepOf(page, known_).value_or(0);
    if (const auto moment = momentNamed(page.moment, step, *known_.trace)) {
        // What is hidden ends before the moment that the page leads to.
        const bool hidden = veil_.drawn();
        veil_.setDrawn(false);
        viewpoint.setMoment(*moment);
        veil_.setDrawn(hidden);
    }
    if (const auto selection = selectionNamed(page.select, step, *known_.trace))
        viewpoint.setSelected(*selection);
    start_ = {viewpoint.moment(), own_};
    setUp_ = true;
    judge();
}

void LessonGuide::judge() {
    if (!running() || !setUp_)
        return;
    const LessonCondition *condition = lessonCondition(page().wait);
    // What was done once counts.
    const bool waits = condition && waiting_ && !condition->met(*session_, start_, own_);
    if (std::exchange(waiting_, waits) != waits)
        emit changed();
}

void LessonGuide::hearSentence() {
    if (running())
        before_->left = true;
    if (!running() || session_->sentence() == set_)
        return;
    set_ = session_->sentence();
    if (translates())
        own_ = set_;
    judge();
}

void LessonGuide::showHow() {
    if (const LessonCondition *condition = lessonCondition(page().wait); condition && running())
        condition->show(*session_, [this](const QString &sentence) {
            own_ = sentence;
            typeSentence(sentence);
            judge();
        });
}

void LessonGuide::openOffered() {
    if (running() && !page().open.isEmpty())
        room_->openPanel(page().open);
}

}  // namespace app
