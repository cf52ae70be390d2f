// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/names.h"

#include <QCoreApplication>
#include <QStringList>

namespace widgets {

namespace scenes = model::scenes;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Scene)
};

}  // namespace

QString formName(scenes::Form form) {
    switch (form) {
        case scenes::Form::circle:
            return Text::tr("circle");
        case scenes::Form::square:
            return Text::tr("square");
        case scenes::Form::triangle:
            return Text::tr("triangle");
        case scenes::Form::star:
            return Text::tr("star");
        case scenes::Form::cross:
            return Text::tr("cross");
    }
    return {};
}

QString colorName(scenes::Color color) {
    switch (color) {
        case scenes::Color::red:
            return Text::tr("red");
        case scenes::Color::green:
            return Text::tr("green");
        case scenes::Color::blue:
            return Text::tr("blue");
        case scenes::Color::yellow:
            return Text::tr("yellow");
        case scenes::Color::orange:
            return Text::tr("orange");
        case scenes::Color::purple:
            return Text::tr("purple");
        case scenes::Color::pink:
            return Text::tr("pink");
        case scenes::Color::brown:
            return Text::tr("brown");
        case scenes::Color::gray:
            return Text::tr("grey");
    }
    return {};
}

QString shapeName(const scenes::Shape &shape) {
    return Text::tr("%1: %2", "form: color").arg(formName(shape.form), colorName(shape.color));
}

QString sceneDescription(const scenes::Scene &scene) {
    QStringList names;
    for (const scenes::Shape &shape : scene.shapes)
        names.append(shapeName(shape));
    const QString shapes = Text::tr("%n shapes", nullptr, static_cast<int>(scene.shapes.size()));
    const QString sky = scene.night ? Text::tr("night") : Text::tr("day");
    return names.isEmpty() ? Text::tr("%1; %2", "number of shapes; day").arg(shapes, sky)
                           : Text::tr("%1: %2; %3", "number of shapes: names; day")
                                 .arg(shapes, names.join(QStringLiteral(", ")), sky);
}

}  // namespace widgets
