// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/panel/screen_grip.h"
#include "widgets/scene/paint.h"

class QMenu;

namespace widgets {

/// The picture that a model sees. A scene can be edited in it: shapes are picked with a click or
/// Page Up and Page Down, moved by dragging or with the arrows, resized with the wheel or + and −,
/// coloured with C, formed with F, removed with Delete, one more comes with Insert. Tells every
/// scene that the user makes.
class SceneCanvas : public QWidget {
    Q_OBJECT
  public:
    explicit SceneCanvas(QWidget *parent = nullptr);

    /// What there is to show. While a shape is dragged, the scene stays the one that is edited.
    void setContent(SceneContent content);
    const SceneContent &content() const { return content_; }
    SceneGeometry places() const;
    /// The shape that keys and menus are about; −1: none.
    int selected() const { return content_.selected; }
    void select(int shape);
    /// What the keyboard, a menu or a button asks for.
    void edit(const model::scenes::Scene &scene);
    void addShape(model::scenes::Form form);
    void removeSelected();
    /// Everything that can be done to the shape that is selected, and to the scene.
    void fillMenu(QMenu &menu);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// The user has made another scene; edits of one gesture, such as a drag, share its number,
    /// others have 0.
    void edited(const model::scenes::Scene &scene, int gesture);
    /// Another cell is under the pointer; −1: none.
    void pointed(int cell);

  protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    void change(const model::scenes::Scene &scene, int gesture);
    bool moveByKey(const QKeyEvent &event);
    bool editByKey(const QKeyEvent &event);
    void tellShape();

    SceneContent content_;
    ScreenGrip grip_;
    std::optional<QPointF> grabbed_;  ///< where the pointer took the shape that is dragged
    model::scenes::Scene beforeDrag_;
    int gesture_ = 0;
};

}  // namespace widgets
