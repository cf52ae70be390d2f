// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

namespace widgets {

/// One of Qt's lists and tables whose current row follows what happens elsewhere: screen readers
/// hear of it as the focus only while the focus is there.
template <class List>
class QuietList : public List {
  public:
    using List::List;

  protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override {
        if (this->hasFocus())
            List::currentChanged(current, previous);
        else
            QAbstractItemView::currentChanged(current, previous);
    }
};

}  // namespace widgets
