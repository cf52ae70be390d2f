// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "model/configuration.h"
#include "model/scenes/cells.h"
#include "widgets/panel/attention_edits.h"
#include "widgets/scene/names.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

ScenePanel::ScenePanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("scenePanel"), title(), parent) {
    auto *body = new QWidget(this);
    canvas_ = new SceneCanvas(body);
    inEveryLanguage(*canvas_, [this] { canvas_->setAccessibleName(tr("Picture")); });
    caption_ = new QLabel(body);
    caption_->setObjectName(QStringLiteral("sceneCaption"));
    caption_->setTextFormat(Qt::PlainText);
    caption_->setWordWrap(true);
    const int pad = fontMetrics().height() / 2;
    caption_->setContentsMargins(pad, 0, pad, pad / 2);
    tools_ = buildTools();
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools_);
    column->addWidget(canvas_, 1);
    column->addWidget(caption_);
    setBody(body);
    connect(canvas_, &SceneCanvas::edited, this,
            [this](const model::scenes::Scene &scene, int gesture) {
                this->viewpoint()->askSentence(QString::fromStdString(model::scenes::toJson(scene)),
                                               gesture);
            });
    connect(canvas_, &SceneCanvas::pointed, this, [this](int cell) {
        this->viewpoint()->setHovered(cell < 0 ? Selection{} : Selection{.source = cell});
    });
    inEveryLanguage(*this, [this] { refresh(traceChange); });
}

QWidget *ScenePanel::buildTools() {
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    const int pad = fontMetrics().height() / 4;
    row->setContentsMargins(pad, pad, pad, pad);
    const auto button = [&](const char *name) {
        auto *made = new QToolButton(tools);
        made->setObjectName(QLatin1String(name));
        made->setPopupMode(QToolButton::InstantPopup);
        made->setFocusPolicy(Qt::TabFocus);
        made->setMenu(new QMenu(made));
        row->addWidget(made);
        return made;
    };
    add_ = button("sceneAdd");
    change_ = button("sceneChange");
    row->addStretch();
    connect(add_->menu(), &QMenu::aboutToShow, this, [this] {
        add_->menu()->clear();
        for (int i = 0; i < model::scenes::formCount; ++i) {
            const auto form = static_cast<model::scenes::Form>(i);
            add_->menu()->addAction(formName(form), this,
                                    [this, form] { canvas_->addShape(form); });
        }
    });
    connect(change_->menu(), &QMenu::aboutToShow, this, [this] {
        change_->menu()->clear();
        canvas_->fillMenu(*change_->menu());
    });
    inEveryLanguage(*tools, [this] {
        add_->setText(tr("Add a shape"));
        change_->setText(tr("Change"));
    });
    return tools;
}

void ScenePanel::setOptions(const SceneOptions &options) {
    if (std::exchange(options_, options) == options)
        return;
    refresh(momentChange);
    emit optionsChanged();
}

void ScenePanel::refresh(Changes changes) {
    const auto &trace = viewpoint()->trace();
    if (!trace || !trace->source.picture()) {
        setMessage(trace ? tr("This model reads text. A model of captions sees a picture here.")
                         : tr("A model of captions sees a picture here."));
        return;
    }
    setMessage({});
    if (changes & (traceChange | momentChange | selectionChange | appearanceChange))
        showPicture();
}

void ScenePanel::showPicture() {
    const auto &trace = viewpoint()->trace();
    SceneContent content;
    if (std::exchange(shown_, trace) == trace) {
        content.scene = canvas_->content().scene;
        content.picture = canvas_->content().picture;
    } else {
        content.scene = model::scenes::pictureFromText(trace->source.text()).scene;
        content.picture =
            std::shared_ptr<const model::scenes::Picture>(trace, trace->source.picture());
    }
    const int step = viewpoint()->step();
    if (options_.light && step >= 0 && step < trace->targetLength() && trace->hasAttention())
        content.weights = trace->step(step).weights;
    content.marked = viewpoint()->markedSource();
    content.grid = options_.grid;
    canvas_->setContent(std::move(content));
    const bool editable = canvas_->content().scene.has_value();
    add_->setEnabled(editable);
    change_->setEnabled(editable);
    showCaption();
}

void ScenePanel::showCaption() {
    const SceneContent &content = canvas_->content();
    const auto &trace = viewpoint()->trace();
    if (content.weights.size() == 0) {
        caption_->setText(content.scene ? sceneDescription(*content.scene)
                                        : tr("The model has only ever seen drawn scenes."));
        return;
    }
    const int step = viewpoint()->step();
    long brightest = 0;
    const double largest = static_cast<double>(content.weights.maxCoeff(&brightest));
    caption_->setText(
        tr("“%1”: most light on %2, %3", "word, cell, weight")
            .arg(shortenedLabel(pieceLabel(trace->target[static_cast<std::size_t>(step)])),
                 QString::fromStdString(model::scenes::cellName(static_cast<int>(brightest))),
                 percentage(largest)));
}

std::vector<Table> ScenePanel::tables() const {
    const auto &trace = viewpoint()->trace();
    const int step = viewpoint()->step();
    if (!trace || !trace->source.picture() || step < 0 || step >= trace->targetLength() ||
        !trace->hasAttention())
        return {};
    Table table(QStringLiteral("light"));
    constexpr int side = model::picture::grid;
    const model::Row &weights = trace->step(step).weights;
    for (int column = 0; column < side; ++column) {
        FloatCells cells;
        for (int row = 0; row < side; ++row)
            cells.emplace_back(weights(row * side + column));
        table.add(QString(QChar(u'A' + column)), std::move(cells));
    }
    return {std::move(table)};
}

void ScenePanel::addMenuEntries(QMenu &menu, const QPoint &position) {
    Panel::addMenuEntries(menu, position);
    if (!canvas_->content().empty()) {
        const int cell = canvas_->places().cellAt(canvas_->mapFrom(this, position));
        addAttentionEdits(menu, *viewpoint(), viewpoint()->step(), wordAround(*viewpoint(), cell));
        menu.addSeparator();
        canvas_->fillMenu(menu);
        const auto option = [&](const QString &text, bool SceneOptions::*member) {
            auto *action = menu.addAction(text);
            action->setCheckable(true);
            action->setChecked(options_.*member);
            connect(action, &QAction::triggered, this, [this, member](bool wanted) {
                SceneOptions changed = options_;
                changed.*member = wanted;
                setOptions(changed);
            });
        };
        menu.addSeparator();
        option(tr("Attention as light"), &SceneOptions::light);
        option(tr("Cells"), &SceneOptions::grid);
    }
}

std::unique_ptr<Panel> ScenePanel::still(Viewpoint *viewpoint) const {
    auto still = std::make_unique<ScenePanel>(viewpoint);
    still->setOptions(options_);
    still->tools_->hide();
    return still;
}

}  // namespace widgets
