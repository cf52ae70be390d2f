// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QPen>

class QWidget;

namespace widgets {

/// What a colour stands for; one hue per role in every view (Okabe & Ito's colour-blind-safe hues).
enum class Role { source, target, attention, state };

/// The colours of the light or the dark appearance, and how thick lines are. A value: views ask
/// Theme::of(*this) whenever they paint.
struct Theme {
    bool dark = false;
    QColor window;     ///< background of the window
    QColor surface;    ///< background of a view
    QColor text;       ///< main text
    QColor mutedText;  ///< captions, numbers of little weight; still readable on surface
    QColor outline;    ///< borders, grid lines
    QColor pending;    ///< outline and text of what is not yet computed
    QColor emphasis;   ///< frame of the current step
    double lines = 1;  ///< how many times as thick as usual lines are
    /// Lines whose shade is a value stand out all the same.
    bool contrasting = false;

    /// The hue of the role, for lines, bars and text on `surface`.
    QColor role(Role role) const;
    /// A tint of it for filled boxes that carry text.
    QColor fill(Role role) const;
    /// A stronger tint, for the box of the current word.
    QColor strongFill(Role role) const;

    /// Colour of a share in [0, 1]: sequential, from surface to the hue of a role; clamped, NaN is
    /// grey.
    QColor sequential(double value, Role role) const;
    /// The same for a line; in high contrast it stands out by 3 to 1, however small the value is.
    QColor stroke(double value, Role role) const;
    /// Like sequential() in the attention hue: a weight.
    QColor weight(double value) const;
    /// Colour of a value in [−limit, limit]: diverging, symmetric about 0 (blue, surface, red);
    /// clamped, NaN is grey.
    QColor diverging(double value, double limit = 1.0) const;

    /// Of a line that is `usual` pixels thick where text has its usual size. Whole pixels where it
    /// has not: anything else is blurred, or as thick as its place happens to be.
    double thickness(double usual) const;
    /// A pen for it.
    QPen pen(const QColor &color, double usual, Qt::PenStyle style = Qt::SolidLine,
             Qt::PenCapStyle cap = Qt::SquareCap, Qt::PenJoinStyle join = Qt::BevelJoin) const;

    /// How a handle that can be dragged stands.
    enum class Handle { idle, hovered, pressed };
    /// Its colour, on `window`.
    QColor handle(Handle handle) const;

    static const Theme &light();
    static const Theme &darkTheme();
    /// White on black; all that is seen stands out by at least 3 to 1, text by 7 to 1 (WCAG AAA).
    static const Theme &highContrast();
    /// The theme that a palette belongs to, told by the lightness of its window colour.
    static const Theme &of(const QPalette &palette);
    /// The same of a widget, with lines that grow with its text, in steps of a half.
    static Theme of(const QWidget &widget);
    /// The palette for Fusion that belongs to this theme.
    QPalette palette() const;
};

/// Black or white: what reads better on this background (WCAG contrast).
QColor textOn(const QColor &background);
/// WCAG 2.1 contrast ratio, 1 to 21.
double contrast(const QColor &a, const QColor &b);

}  // namespace widgets
