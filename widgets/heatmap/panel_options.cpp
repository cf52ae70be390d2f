// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QActionGroup>
#include <QPushButton>

#include "widgets/heatmap/panel.h"
#include "widgets/viewpoint/viewpoint.h"

// What can be chosen about the heatmap, in the menu of its button and its context menu.
namespace widgets {

void HeatmapPanel::buildActions() {
    menu_ = new QMenu(button_);
    menu_->setObjectName(QStringLiteral("heatmapOptionsMenu"));
    button_->setMenu(menu_);
    addToggle(QStringLiteral("heatmapWords"), tr("Merge pieces into &words"),
              &HeatmapOptions::words);
    addToggle(QStringLiteral("heatmapPosterior"), tr("&Posterior: given the word that came"),
              &HeatmapOptions::posterior);
    menu_->addSeparator();
    addColors();
    menu_->addSeparator();
    addToggle(QStringLiteral("heatmapTargetFromBottom"), tr("First target word at the &bottom"),
              &HeatmapOptions::targetFromBottom);
    addToggle(QStringLiteral("heatmapSourceFromRight"), tr("Source from &right to left"),
              &HeatmapOptions::sourceFromRight);
    menu_->addSeparator();
    addToggle(QStringLiteral("heatmapEntropy"), tr("&Entropy of each row"),
              &HeatmapOptions::entropy);
    addToggle(QStringLiteral("heatmapCoverage"), tr("Co&verage of each source word"),
              &HeatmapOptions::coverage);
    menu_->addSeparator();
    whole_ = menu_->addAction(tr("Show the whole &matrix"), this, &HeatmapPanel::showWhole);
    whole_->setObjectName(QStringLiteral("heatmapWhole"));
    whole_->setEnabled(false);
}

QAction *HeatmapPanel::addToggle(const QString &name, const QString &text,
                                 bool HeatmapOptions::*member) {
    QAction *action = menu_->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, member](bool checked) {
        HeatmapOptions changed = options();
        changed.*member = checked;
        setOptions(changed);
    });
    connect(this, &HeatmapPanel::optionsChanged, action,
            [this, action, member] { action->setChecked(options().*member); });
    return action;
}

void HeatmapPanel::addColors() {
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &name, const QString &text, ColorMap colors) {
        QAction *action = menu_->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, colors] {
            HeatmapOptions changed = options();
            changed.colors = colors;
            setOptions(changed);
        });
        connect(this, &HeatmapPanel::optionsChanged, action,
                [this, action, colors] { action->setChecked(options().colors == colors); });
    };
    add(QStringLiteral("heatmapColorsAttention"), tr("Colours: &attention's hue"),
        ColorMap::attention);
    add(QStringLiteral("heatmapColorsViridis"), tr("Colours: v&iridis"), ColorMap::viridis);
    add(QStringLiteral("heatmapColorsGreys"), tr("Colours: &greys"), ColorMap::greys);
}

void HeatmapPanel::showOptions() {
    emit optionsChanged();
}

void HeatmapPanel::setOptions(const HeatmapOptions &options) {
    const HeatmapOptions before = this->options();
    if (options == before)
        return;
    plot_->setOptions(options);
    viewpoint()->setPosteriorWanted(options.posterior);
    if (options.posterior != before.posterior)
        followMatrix();
    if (options.words != before.words) {
        cursor_.reset();
        followTrace();
    }
    showMarks();
    showCaption();
    showOptions();
}

void HeatmapPanel::addMenuEntries(QMenu &menu, const QPoint &) {
    menu.addActions(menu_->actions());
}

}  // namespace widgets
