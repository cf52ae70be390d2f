// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/settings/language.h"
#include "app/settings/settings.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr double larger = 1.6;

}  // namespace

LessonPageText::LessonPageText(QWidget *parent) : QTextBrowser(parent) {
    setObjectName(QStringLiteral("lessonText"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setMinimumHeight(fontMetrics().lineSpacing() * 3);
}

bool LessonPageText::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        const bool turns = key.key() == Qt::Key_Space || key.key() == Qt::Key_Left ||
                           key.key() == Qt::Key_Right || key.key() == Qt::Key_Escape;
        if (turns && !key.modifiers()) {
            event->accept();
            return true;
        }
    }
    return QTextBrowser::event(event);
}

void LessonPageText::keyPressEvent(QKeyEvent *event) {
    if (event->modifiers() & ~Qt::KeypadModifier)
        return QTextBrowser::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Space:
        case Qt::Key_Right:
            emit nextRequested();
            break;
        case Qt::Key_Left:
            emit backRequested();
            break;
        case Qt::Key_Escape:
            emit leaveRequested();
            break;
        default:
            QTextBrowser::keyPressEvent(event);
    }
}

LessonPanel::LessonPanel(LessonGuide *guide, widgets::Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), guide_(guide) {
    setObjectName(QStringLiteral("lesson"));
    text_ = new LessonPageText(this);
    question_ = new LessonQuestionBox(guide->veil(), viewpoint, this);
    build();
    widgets::inEveryLanguage(*this, [this] {
        nameAll();
        fillChapters();
        refresh();
    });
    connect(text_, &LessonPageText::nextRequested, this, &LessonPanel::goOn);
    connect(text_, &LessonPageText::backRequested, guide, &LessonGuide::back);
    connect(text_, &LessonPageText::leaveRequested, guide, &LessonGuide::leave);
    connect(guide, &LessonGuide::changed, this, &LessonPanel::refresh);
    connect(guide, &LessonGuide::runningChanged, this, [this] {
        shown_ = {-1, -1};
        guide_->veil()->setDrawn(guide_->running() && teaching_->isChecked());
        refresh();
    });
    setLarge(settings::get(settings::lessonLarge));
    setTeaching(settings::get(settings::lessonTeacher));
}

void LessonPanel::build() {
    task_ = new QWidget(this);
    taskText_ = new QLabel(task_);
    taskText_->setObjectName(QStringLiteral("lessonTask"));
    taskText_->setWordWrap(true);
    show_ = new QPushButton(task_);
    show_->setObjectName(QStringLiteral("lessonShowHow"));
    connect(show_, &QPushButton::clicked, guide_, &LessonGuide::showHow);
    auto *row = new QHBoxLayout(task_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(taskText_, 1);
    row->addWidget(show_);
    open_ = new QPushButton(this);
    open_->setObjectName(QStringLiteral("lessonOpen"));
    connect(open_, &QPushButton::clicked, guide_, &LessonGuide::openOffered);
    const int gap = fontMetrics().height() / 3;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(buildHead());
    column->addWidget(text_, 1);
    column->addWidget(task_);
    column->addWidget(open_);
    column->addWidget(question_);
    column->addWidget(buildFoot());
}

QWidget *LessonPanel::buildHead() {
    auto *head = new QWidget(this);
    chapters_ = new QComboBox(head);
    chapters_->setObjectName(QStringLiteral("lessonChapters"));
    chapters_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(chapters_, &QComboBox::activated, guide_, &LessonGuide::goToChapter);
    options_ = new QPushButton(head);
    options_->setObjectName(QStringLiteral("lessonOptions"));
    auto *menu = new QMenu(options_);
    const auto add = [menu](const char *name) {
        QAction *action = menu->addAction(QString());
        action->setObjectName(QLatin1String(name));
        return action;
    };
    teaching_ = add("lessonTeaching");
    teaching_->setCheckable(true);
    connect(teaching_, &QAction::triggered, this, [this](bool teaching) {
        setTeaching(teaching);
        settings::set(settings::lessonTeacher, teaching);
    });
    large_ = add("lessonLarge");
    large_->setCheckable(true);
    connect(large_, &QAction::triggered, this, [this](bool large) {
        setLarge(large);
        settings::set(settings::lessonLarge, large);
    });
    menu->addSeparator();
    save_ = add("lessonSave");
    connect(save_, &QAction::triggered, this, &LessonPanel::saveRequested);
    print_ = add("lessonPrint");
    connect(print_, &QAction::triggered, this, &LessonPanel::printRequested);
    menu->addSeparator();
    leave_ = add("lessonLeave");
    connect(leave_, &QAction::triggered, guide_, &LessonGuide::leave);
    options_->setMenu(menu);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(chapters_, 1);
    row->addWidget(options_);
    return head;
}

QWidget *LessonPanel::buildFoot() {
    auto *foot = new QWidget(this);
    back_ = new QPushButton(foot);
    back_->setObjectName(QStringLiteral("lessonBack"));
    connect(back_, &QPushButton::clicked, guide_, &LessonGuide::back);
    count_ = new QLabel(foot);
    count_->setObjectName(QStringLiteral("lessonCount"));
    count_->setAlignment(Qt::AlignCenter);
    next_ = new QPushButton(foot);
    next_->setObjectName(QStringLiteral("lessonNext"));
    connect(next_, &QPushButton::clicked, this, &LessonPanel::goOn);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(back_);
    row->addWidget(count_, 1);
    row->addWidget(next_);
    return foot;
}

void LessonPanel::nameAll() {
    text_->setAccessibleName(tr("Lesson"));
    chapters_->setAccessibleName(tr("Chapter"));
    options_->setText(tr("Options"));
    options_->setAccessibleName(tr("Options of the lesson"));
    teaching_->setText(tr("&Teacher's mode: predict, then check"));
    large_->setText(tr("&Large text"));
    save_->setText(tr("&Save the chapter as PDF…"));
    print_->setText(tr("&Print the chapter…"));
    leave_->setText(tr("L&eave the lesson"));
    show_->setText(tr("Show me"));
    back_->setText(tr("Back"));
    back_->setToolTip(tr("The page before (← while the text has the focus)"));
    next_->setToolTip(tr("The next page (Space or → while the text has the focus)"));
}

void LessonPanel::fillChapters() {
    const QSignalBlocker blocker(chapters_);
    chapters_->clear();
    int number = 0;
    for (const LessonChapter &chapter : guide_->chapters())
        chapters_->addItem(tr("%1. %2", "number and title of a chapter")
                               .arg(++number)
                               .arg(chapter.title.in(languageInUse())));
}

void LessonPanel::refresh() {
    if (guide_->chapters().empty())
        return;
    const LessonPage &page = guide_->page();
    const QSignalBlocker blocker(chapters_);
    chapters_->setCurrentIndex(guide_->place().chapter);
    chapters_->setToolTip(chapters_->currentText());
    showText();
    const bool asks = !page.task.empty();
    task_->setVisible(asks);
    taskText_->setText(guide_->waits() ? page.task.in(languageInUse())
                                       : tr("Done. Space goes on."));
    if (!guide_->waits() && show_->hasFocus())
        text_->setFocus();
    show_->setVisible(guide_->waits());
    open_->setVisible(!page.open.isEmpty());
    open_->setText(page.open == QLatin1String("laboratory") ? tr("Open the laboratory")
                                                            : tr("Open the length laboratory"));
    back_->setEnabled(!guide_->isFirst());
    count_->setText(tr("%1 of %2", "page of a chapter")
                        .arg(guide_->place().page + 1)
                        .arg(guide_->chapter().pages.size()));
    next_->setText(guide_->isLast() ? tr("Finish") : tr("Continue"));
    next_->setEnabled(!guide_->waits());
}

void LessonPanel::showText() {
    const QStringList paragraphs = guide_->paragraphs(languageInUse());
    const QString html = htmlOf(paragraphs, guide_->facts(), widgets::Theme::of(*this));
    const bool turned = std::exchange(shown_, guide_->place()) != guide_->place();
    if (html == html_ && !turned)
        return;
    html_ = html;
    const int scrolled = turned ? 0 : text_->verticalScrollBar()->value();
    text_->setHtml(html);
    text_->verticalScrollBar()->setValue(scrolled);
    text_->setAccessibleDescription(plainTextOf(paragraphs, guide_->facts()));
}

void LessonPanel::goOn() {
    if (guide_->waits()) {
        show_->setFocus();
        return;
    }
    guide_->next();
}

void LessonPanel::setTeaching(bool teaching) {
    teaching_->setChecked(teaching);
    question_->setVisible(teaching);
    guide_->veil()->setDrawn(teaching && guide_->running());
    question_->ask();
}

void LessonPanel::setLarge(bool large) {
    large_->setChecked(large);
    QFont font = this->font();
    if (large)
        font.setPointSizeF(font.pointSizeF() * larger);
    for (QWidget *widget : std::initializer_list<QWidget *>{text_, taskText_, question_})
        widget->setFont(large ? font : QFont());
    updateGeometry();
}

QSize LessonPanel::sizeHint() const {
    const int em = fontMetrics().height();
    return {em * 19, em * 30};
}

void LessonPanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
    if (event->type() == QEvent::FontChange && large_)
        setLarge(large_->isChecked());
}

}  // namespace app
