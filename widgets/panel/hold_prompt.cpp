// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/hold_prompt.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>

#include "model/decoding/translation.h"
#include "widgets/panel/number_box.h"
#include "widgets/panel/word_prompt.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double farthest = 10;  // that can be typed; a state does not get beyond 1
constexpr double keyStep = 0.05;

/// The unit that is selected or, for want of one, pointed at.
std::optional<UnitPlace> markedUnit(const Viewpoint &viewpoint) {
    const auto &trace = viewpoint.trace();
    if (!trace)
        return {};
    const auto hovered = unitPlaceOf(*trace, viewpoint.hovered());
    return hovered ? hovered : unitPlaceOf(*trace, viewpoint.selected());
}

}  // namespace

HoldPrompt::HoldPrompt(QWidget *near, Viewpoint *viewpoint, const UnitPlace &unit)
    : QFrame(near, Qt::Popup),
      viewpoint_(viewpoint),
      unit_(unit),
      live_(viewpoint),
      sentences_(worker_, {}) {
    setObjectName(QStringLiteral("holdPrompt"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    const model::Trace &trace = *viewpoint->trace();
    const double now = static_cast<double>(valueOf(trace, unit));
    buildParts(tr("%1 = %2").arg(unitName(unit), numberText(now, {.decimals = 4})));
    value_->setValue(now);
    release_->setEnabled(isHeld(trace, unit));
    sentence_->setText(QString::fromStdString(trace.source.text()));
    showWords(trace);
    wireParts();
    setFocusProxy(value_);
}

void HoldPrompt::buildParts(const QString &title) {
    auto *heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    value_ = new NumberBox(this);
    value_->setObjectName(QStringLiteral("holdValue"));
    value_->setAccessibleName(title);
    value_->setRange(-farthest, farthest);
    value_->setDecimals(4);
    value_->setSingleStep(keyStep);
    zero_ = new QPushButton(tr("&Zero"), this);
    zero_->setObjectName(QStringLiteral("holdZero"));
    release_ = new QPushButton(tr("&Leave to the model"), this);
    release_->setObjectName(QStringLiteral("holdRelease"));
    for (QPushButton *button : {zero_, release_})
        button->setAutoDefault(false);
    words_ = new QComboBox(this);
    words_->setObjectName(QStringLiteral("holdWords"));
    sentence_ = new QLineEdit(this);
    sentence_->setObjectName(QStringLiteral("holdSentence"));
    sentence_->setToolTip(tr("Another source whose words are to choose from; Enter reads it."));
    trouble_ = new QLabel(this);
    trouble_->setObjectName(QStringLiteral("holdTrouble"));
    trouble_->setTextFormat(Qt::PlainText);
    trouble_->setWordWrap(true);
    trouble_->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(value_, 1);
    row->addWidget(zero_);
    row->addWidget(release_);
    auto *form = new QFormLayout(this);
    form->addRow(heading);
    auto *hold = new QLabel(tr("&Hold at"), this);
    hold->setBuddy(value_);
    form->addRow(hold, row);
    form->addRow(tr("as &in"), words_);
    if (viewpoint_->trace()->source.picture())
        sentence_->hide();  // pictures are not typed
    else
        form->addRow(tr("of the &source"), sentence_);
    form->addRow(trouble_);
    setMinimumWidth(28 * fontMetrics().height());
}

void HoldPrompt::wireParts() {
    connect(value_, &QDoubleSpinBox::valueChanged, this, &HoldPrompt::hold);
    connect(zero_, &QPushButton::clicked, this, [this] {
        value_->setValue(0);
        hold(0);
    });
    connect(release_, &QPushButton::clicked, this, [this] {
        if (begin())
            live_.want(releaseUnit(*live_.base(), unit_));
        close();
    });
    connect(words_, &QComboBox::activated, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(elsewhere_.size()))
            value_->setValue(static_cast<double>(elsewhere_[static_cast<std::size_t>(row)].value));
    });
    // Another sentence, or an edit made elsewhere: what is shown here is no more.
    connect(&live_, &LiveEdit::ended, this, &QWidget::close);
}

bool HoldPrompt::begin() {
    return live_.active() || live_.begin(stepOf(unit_));
}

void HoldPrompt::hold(double value) {
    if (!begin())
        return;
    release_->setEnabled(true);
    live_.want(holdUnit(*live_.base(), unit_, static_cast<float>(value)));
}

void HoldPrompt::showWords(const model::Trace &trace) {
    elsewhere_ = unitElsewhere(trace, unit_);
    const QSignalBlocker quiet(words_);
    words_->clear();
    for (const UnitElsewhere &each : elsewhere_)
        words_->addItem(
            tr("%1. %2: %3", "which word, the word, a value")
                .arg(each.number)
                .arg(each.word, numberText(static_cast<double>(each.value), {.decimals = 4})));
    words_->setCurrentIndex(-1);
}

/// Translates the sentence that was typed; its words are to choose from then.
void HoldPrompt::readSentence() {
    const model::TranslationRequest request{viewpoint_->trace()->model,
                                            sentence_->text().toStdString()};
    sentences_.request(
        [this, request](Task &task) -> Lane::Result {
            const auto trace = model::translate(request, nullptr, task.stop());
            return [this, trace] {
                trouble_->hide();
                showWords(*trace);
                words_->setFocus(Qt::OtherFocusReason);
            };
        },
        {.failed = [this](const QString &why) {
            trouble_->setText(why);
            trouble_->show();
            adjustSize();
        }});
}

void HoldPrompt::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        live_.putBack();
        close();
    } else if (enter && sentence_->hasFocus()) {
        readSentence();
    } else if (enter) {
        close();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void HoldPrompt::hideEvent(QHideEvent *event) {
    QFrame::hideEvent(event);
    live_.end();
}

bool askForValue(QWidget &near, const QRect &place, Viewpoint &viewpoint, const UnitPlace &unit) {
    const auto &trace = viewpoint.trace();
    if (!trace || trace->ending == model::Ending::running)
        return false;
    auto *prompt = new HoldPrompt(&near, &viewpoint, unit);
    prompt->adjustSize();
    popUpBeside(*prompt, near, place);
    prompt->value()->selectAll();
    return true;
}

bool askForMarkedValue(QWidget &near, Viewpoint &viewpoint) {
    const auto unit = markedUnit(viewpoint);
    return unit && askForValue(near, QRect(near.rect().topLeft(), QSize(near.width(), 1)),
                               viewpoint, *unit);
}

void addUnitEdits(QMenu &menu, QWidget &near, Viewpoint &viewpoint) {
    const auto unit = markedUnit(viewpoint);
    if (!unit)
        return;
    const QString name = unitName(*unit);
    QAction *hold = menu.addAction(
        HoldPrompt::tr("Hold %1…", "a unit").arg(name), &near, [&near, &viewpoint, unit = *unit] {
            askForValue(near, QRect(near.rect().topLeft(), QSize(near.width(), 1)), viewpoint,
                        unit);
        });
    hold->setObjectName(QStringLiteral("holdUnit"));
    QAction *release = menu.addAction(HoldPrompt::tr("Leave %1 to the model", "a unit").arg(name),
                                      &near, [&viewpoint, unit = *unit] {
                                          if (viewpoint.trace())
                                              viewpoint.ask(releaseUnit(*viewpoint.trace(), unit));
                                      });
    release->setObjectName(QStringLiteral("releaseUnit"));
    release->setEnabled(isHeld(*viewpoint.trace(), *unit));
    menu.addSeparator();
}

}  // namespace widgets
