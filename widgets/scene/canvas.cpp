// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/canvas.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/panel/spoken.h"
#include "widgets/scene/edits.h"
#include "widgets/scene/names.h"

namespace widgets {

namespace scenes = model::scenes;

namespace {

constexpr double wholeStep = 0.02;  // of an arrow key, in widths of the picture
constexpr double fineStep = 0.004;  // with Shift
constexpr double growth = 1.1;      // of a key or a notch of the wheel
constexpr int notch = 120;          // of the wheel, in eighths of a degree

}  // namespace

SceneCanvas::SceneCanvas(QWidget *parent) : QWidget(parent) {
    giveVoice(*this);
    setObjectName(QStringLiteral("sceneCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void SceneCanvas::setContent(SceneContent content) {
    if (grabbed_)
        content.scene = content_.scene;
    const int shapes = content.scene ? static_cast<int>(content.scene->shapes.size()) : 0;
    content.selected = content_.selected < shapes ? content_.selected : -1;
    content_ = std::move(content);
    update();
}

SceneGeometry SceneCanvas::places() const {
    const double margin = fontMetrics().height() / 2.0;
    return SceneGeometry::in(QRectF(rect()).adjusted(margin, margin, -margin, -margin));
}

void SceneCanvas::select(int shape) {
    if (std::exchange(content_.selected, shape) == shape)
        return;
    tellShape();
    update();
}

void SceneCanvas::tellShape() {
    if (!content_.scene || content_.selected < 0)
        return;
    const auto &shapes = content_.scene->shapes;
    say(*this, tr("%1, shape %2 of %3")
                   .arg(shapeName(shapes[static_cast<std::size_t>(content_.selected)]),
                        QString::number(content_.selected + 1), QString::number(shapes.size())));
}

void SceneCanvas::change(const scenes::Scene &scene, int gesture) {
    if (!content_.scene || *content_.scene == scene)
        return;
    content_.scene = scene;
    if (content_.selected >= static_cast<int>(scene.shapes.size()))
        content_.selected = static_cast<int>(scene.shapes.size()) - 1;
    content_.weights = {};  // are those of what was there before
    update();
    emit edited(scene, gesture);
}

void SceneCanvas::edit(const scenes::Scene &scene) {
    change(scene, 0);
}

void SceneCanvas::addShape(scenes::Form form) {
    if (!content_.scene || !hasRoomForShape(*content_.scene))
        return;
    change(withShape(*content_.scene, form), 0);
    select(static_cast<int>(content_.scene->shapes.size()) - 1);
}

void SceneCanvas::removeSelected() {
    if (content_.scene && content_.selected >= 0)
        change(withoutShape(*content_.scene, content_.selected), 0);
}

void SceneCanvas::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    SceneContent shown = content_;
    if (grabbed_)
        shown.weights = {};
    paintSceneContent(painter, places(), shown, Theme::of(*this));
    drawFocusFrame(painter, *this);
}

void SceneCanvas::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || !content_.scene)
        return QWidget::mousePressEvent(event);
    const int shape = places().shapeAt(*content_.scene, event->position());
    select(shape);
    if (shape >= 0) {
        grabbed_ = event->position();
        grip_.take(*event);
        beforeDrag_ = *content_.scene;
        ++gesture_;
    }
}

void SceneCanvas::mouseMoveEvent(QMouseEvent *event) {
    const SceneGeometry at = places();
    if (!grabbed_) {
        emit pointed(at.cellAt(event->position()));
        return;
    }
    const QPointF moved = (grip_.position(*event) - *grabbed_) / std::max(1.0, at.square.width());
    change(withShapeMoved(beforeDrag_, content_.selected, moved.x(), moved.y()), gesture_);
}

void SceneCanvas::mouseReleaseEvent(QMouseEvent *event) {
    QWidget::mouseReleaseEvent(event);
    grabbed_.reset();
    update();
}

void SceneCanvas::leaveEvent(QEvent *) {
    emit pointed(-1);
}

void SceneCanvas::wheelEvent(QWheelEvent *event) {
    const int shape = content_.scene ? content_.selected : -1;
    if (shape < 0 || event->angleDelta().y() == 0)
        return event->ignore();
    const double size = content_.scene->shapes[static_cast<std::size_t>(shape)].size;
    const double notches = static_cast<double>(event->angleDelta().y()) / notch;
    change(withShapeSized(*content_.scene, shape, size * std::pow(growth, notches)), 0);
}

bool SceneCanvas::moveByKey(const QKeyEvent &event) {
    const double step = event.modifiers() & Qt::ShiftModifier ? fineStep : wholeStep;
    QPointF by;
    switch (event.key()) {
        case Qt::Key_Left:
            by = {-step, 0};
            break;
        case Qt::Key_Right:
            by = {step, 0};
            break;
        case Qt::Key_Up:
            by = {0, -step};
            break;
        case Qt::Key_Down:
            by = {0, step};
            break;
        default:
            return false;
    }
    if (content_.selected < 0)
        select(content_.scene->shapes.empty() ? -1 : 0);
    else
        change(withShapeMoved(*content_.scene, content_.selected, by.x(), by.y()), 0);
    return true;
}

bool SceneCanvas::editByKey(const QKeyEvent &event) {
    const scenes::Scene &scene = *content_.scene;
    const int shape = content_.selected;
    const int count = static_cast<int>(scene.shapes.size());
    const auto next = [&](auto value, int of, int by = 1) {
        return static_cast<decltype(value)>((static_cast<int>(value) + by + of) % of);
    };
    switch (event.key()) {
        case Qt::Key_PageDown:
            select(count == 0 ? -1 : (shape + 1) % count);
            return true;
        case Qt::Key_PageUp:
            select(count == 0 ? -1 : (shape + count - (shape < 0 ? 0 : 1)) % count);
            return true;
        case Qt::Key_Insert:
            addShape(scenes::Form::circle);
            return true;
        case Qt::Key_N: {
            scenes::Scene other = scene;
            other.night = !other.night;
            change(other, 0);
            return true;
        }
        default:
            break;
    }
    if (shape < 0)
        return false;
    const scenes::Shape &selected = scene.shapes[static_cast<std::size_t>(shape)];
    switch (event.key()) {
        case Qt::Key_Plus:
            change(withShapeSized(scene, shape, selected.size * growth), 0);
            return true;
        case Qt::Key_Minus:
            change(withShapeSized(scene, shape, selected.size / growth), 0);
            return true;
        case Qt::Key_C:
            change(withShapeColored(scene, shape, next(selected.color, scenes::colorCount)), 0);
            return true;
        case Qt::Key_F:
            change(withShapeFormed(scene, shape, next(selected.form, scenes::formCount)), 0);
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            removeSelected();
            return true;
        default:
            return false;
    }
}

void SceneCanvas::keyPressEvent(QKeyEvent *event) {
    if (!content_.scene || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) ||
        !(moveByKey(*event) || editByKey(*event)))
        QWidget::keyPressEvent(event);
}

void SceneCanvas::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    tellShape();
    update();
}

void SceneCanvas::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    update();
}

void SceneCanvas::fillMenu(QMenu &menu) {
    if (!content_.scene)
        return;
    const scenes::Scene &scene = *content_.scene;
    auto *add = menu.addMenu(tr("Add"));
    add->setEnabled(hasRoomForShape(scene));
    for (int i = 0; i < scenes::formCount; ++i) {
        const auto form = static_cast<scenes::Form>(i);
        add->addAction(formName(form), this, [this, form] { addShape(form); });
    }
    auto *night = menu.addAction(tr("Night"));
    night->setCheckable(true);
    night->setChecked(scene.night);
    connect(night, &QAction::triggered, this, [this](bool dark) {
        scenes::Scene other = *content_.scene;
        other.night = dark;
        edit(other);
    });
    if (content_.selected < 0)
        return;
    menu.addSeparator();
    const int shape = content_.selected;
    auto *colors = menu.addMenu(tr("Colour"));
    for (int i = 0; i < scenes::colorCount; ++i) {
        const auto color = static_cast<scenes::Color>(i);
        QPixmap swatch(fontMetrics().height(), fontMetrics().height());
        swatch.fill(colorOf(color));
        colors->addAction(swatch, colorName(color), this, [this, shape, color] {
            edit(withShapeColored(*content_.scene, shape, color));
        });
    }
    auto *forms = menu.addMenu(tr("Form"));
    for (int i = 0; i < scenes::formCount; ++i) {
        const auto form = static_cast<scenes::Form>(i);
        forms->addAction(formName(form), this, [this, shape, form] {
            edit(withShapeFormed(*content_.scene, shape, form));
        });
    }
    menu.addAction(tr("Bring to the front"), this, [this, shape] {
        edit(withShapeInFront(*content_.scene, shape));
        select(static_cast<int>(content_.scene->shapes.size()) - 1);
    });
    menu.addAction(tr("Send to the back"), this, [this, shape] {
        edit(withShapeAtBack(*content_.scene, shape));
        select(0);
    });
    menu.addAction(tr("Remove"), this, &SceneCanvas::removeSelected);
}

QSize SceneCanvas::sizeHint() const {
    return QSize(18, 18) * fontMetrics().height();
}

QSize SceneCanvas::minimumSizeHint() const {
    return QSize(6, 6) * fontMetrics().height();
}

}  // namespace widgets
