// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/view_options.h"

#include <QSettings>
#include <array>

#include "widgets/heatmap/panel.h"

namespace app {
namespace {

using widgets::ColorMap;
using widgets::HeatmapOptions;

/// By name: what a settings file says must not change its meaning with the order of an enumeration.
const std::array<std::pair<ColorMap, const char *>, 3> colorNames{
    {{ColorMap::attention, "attention"},
     {ColorMap::viridis, "viridis"},
     {ColorMap::greys, "greys"}}};
const std::array<std::pair<bool HeatmapOptions::*, const char *>, 6> switches{
    {{&HeatmapOptions::words, "words"},
     {&HeatmapOptions::posterior, "posterior"},
     {&HeatmapOptions::targetFromBottom, "targetFromBottom"},
     {&HeatmapOptions::sourceFromRight, "sourceFromRight"},
     {&HeatmapOptions::entropy, "entropy"},
     {&HeatmapOptions::coverage, "coverage"}}};

HeatmapOptions remembered() {
    HeatmapOptions options;
    QSettings settings;
    settings.beginGroup(QStringLiteral("heatmap"));
    for (const auto &[member, name] : switches)
        options.*member = settings.value(name, options.*member).toBool();
    const QString colors = settings.value("colors").toString();
    for (const auto &[map, name] : colorNames)
        if (colors == QLatin1String(name))
            options.colors = map;
    return options;
}

void remember(const HeatmapOptions &options) {
    QSettings settings;
    settings.beginGroup(QStringLiteral("heatmap"));
    for (const auto &[member, name] : switches)
        settings.setValue(name, options.*member);
    for (const auto &[map, name] : colorNames)
        if (options.colors == map)
            settings.setValue("colors", QLatin1String(name));
}

}  // namespace

void rememberOptions(widgets::HeatmapPanel &view) {
    view.setOptions(remembered());
    QObject::connect(&view, &widgets::HeatmapPanel::optionsChanged, &view,
                     [&view] { remember(view.options()); });
}

}  // namespace app
