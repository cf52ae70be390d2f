// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/learning/data.h"

namespace support {

/// A run of two models that has come half of its way: `moments` snapshots, 1000 pairs and 2 seconds
/// from one to the next, of which the first has learned nothing. The attention of its pictures,
/// [3, 6], goes from even to a diagonal.
inline widgets::LearningData halfARun(int moments = 11) {
    widgets::LearningData data;
    data.allPairs = 2000L * (moments - 1);
    data.allSeconds = 4.0 * (moments - 1);
    data.sourceLetters = 6;
    data.curves = {{true, {}}, {false, {}}};
    for (int i = 0; i < moments; ++i) {
        const double learned = i / static_cast<double>(moments - 1);
        const long update = 25L * i;
        data.moments.push_back(update);
        data.curves[0].points.push_back(
            {update, 1000L * i, 2.0 * i, 2 - 1.9 * learned, learned, 1.8 - 1.7 * learned, learned});
        data.curves[1].points.push_back(
            {update, 1000L * i, 2.0 * i, 2 - learned, learned / 2, {}, {}});
        widgets::LearningPicture picture{update, model::Matrix::Constant(3, 6, 1 / 6.0F),
                                         QString::number(i)};
        for (int row = 0; row < 3; ++row) {
            picture.weights.row(row) *= static_cast<float>(1 - learned);
            picture.weights(row, 2 * row) += static_cast<float>(learned);
        }
        data.pictures.push_back(picture);
    }
    return data;
}

}  // namespace support
