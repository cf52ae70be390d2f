// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenes/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "model/error.h"
#include "model/file/json_value.h"

namespace model::scenes {
namespace {

using Json = nlohmann::ordered_json;

constexpr int width = picture::size;
/// Points in a pixel, in each direction.
constexpr int fine = 4;
constexpr int finePerPixel = fine * fine;
/// Levels of objects and arrays within each other; the formats have three.
constexpr std::size_t deepest = 8;

/// How many of the points of each pixel a shape covers.
using Counts = std::array<std::uint8_t, std::size_t{width} * width>;

/// Where the edges of a shape cross a horizontal line, from left to right; an even number.
void crossings(const Shape &shape, const std::vector<Point> &points, double y,
               std::vector<double> &found) {
    found.clear();
    if (points.empty()) {
        const double dy = y - shape.y;
        const double square = shape.size * shape.size - dy * dy;
        if (square > 0) {
            found = {shape.x - std::sqrt(square), shape.x + std::sqrt(square)};
        }
        return;
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point &a = points[i];
        const Point &b = points[(i + 1) % points.size()];
        if ((a.y <= y) != (b.y <= y)) {
            found.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
    std::ranges::sort(found);
}

/// The first of the points of a row, counted from 0, that is not left of x.
int firstPoint(double x) {
    return static_cast<int>(
        std::clamp(std::ceil(x * (width * fine) - 0.5), 0.0, 1.0 * width * fine));
}

Counts cover(const Shape &shape) {
    const std::vector<Point> points = corners(shape);
    Counts counts{};
    std::vector<double> edges;
    const int last = firstPoint(shape.y + shape.size);
    for (int row = firstPoint(shape.y - shape.size); row < last; ++row) {
        crossings(shape, points, (row + 0.5) / (width * fine), edges);
        std::uint8_t *line = counts.data() + row / fine * width;
        for (std::size_t i = 0; i + 1 < edges.size(); i += 2) {
            const int end = firstPoint(edges[i + 1]);
            for (int column = firstPoint(edges[i]); column < end; ++column) {
                ++line[column / fine];
            }
        }
    }
    return counts;
}

/// Draws a scene in what `shade` makes of its colors.
template <class Shade>
Picture paint(const Scene &scene, const Shade &shade) {
    using Pixel = Eigen::RowVector3f;
    Picture result{Matrix(width * width, picture::channels)};
    const Rgb sky = shade(skyColor(scene.night));
    result.pixels.rowwise() = Eigen::Map<const Pixel>(sky.data());
    for (const Shape &shape : scene.shapes) {
        const Rgb color = shade(rgb(shape.color));
        const Eigen::Map<const Pixel> own(color.data());
        const Counts counts = cover(shape);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0) {
                const float share = static_cast<float>(counts[i]) / finePerPixel;
                auto pixel = result.pixels.row(static_cast<long>(i));
                pixel += share * (own - pixel);
            }
        }
    }
    return result;
}

constexpr std::string_view digits64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t pixelBytes = std::size_t{width} * width * picture::channels;
static_assert(pixelBytes % 3 == 0, "no padding");

std::string encode64(const std::array<std::uint8_t, pixelBytes> &bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const unsigned three =
            unsigned{bytes[i]} << 16U | unsigned{bytes[i + 1]} << 8U | unsigned{bytes[i + 2]};
        for (const unsigned shift : {18U, 12U, 6U, 0U}) {
            text += digits64[three >> shift & 63U];
        }
    }
    return text;
}

Picture readPixels(const JsonValue &value) {
    const std::string text = value.text();
    if (text.size() != pixelBytes / 3 * 4 ||
        text.find_first_not_of(digits64) != std::string::npos) {
        value.refuse(Message("%1 bytes in base64", pixelBytes));
    }
    Picture picture{Matrix(width * width, picture::channels)};
    float *next = picture.pixels.data();
    for (std::size_t i = 0; i < text.size(); i += 4) {
        unsigned three = 0;
        for (std::size_t k = i; k < i + 4; ++k) {
            three = three << 6U | static_cast<unsigned>(digits64.find(text[k]));
        }
        for (const unsigned shift : {16U, 8U, 0U}) {
            *next++ = static_cast<float>(three >> shift & 255U) / 255.0F;
        }
    }
    return picture;
}

Seen read(const Json &json) {
    static constexpr std::array<std::string_view, 2> members{"format", "pixels"};
    const JsonValue top(json);
    if (!json.is_object()) {
        top.refuse(Message("an object"));
    }
    const JsonValue format = top.at("format");
    if (format.isText() && format.text() == sceneFormat) {
        Scene scene = readScene(top);
        return {draw(scene), std::move(scene)};
    }
    if (!format.isText() || format.text() != pictureFormat) {
        format.refuse(Message("\"%1\" or \"%2\"", sceneFormat, pictureFormat));
    }
    top.checkObject(members);
    return {readPixels(top.at("pixels")), {}};
}

}  // namespace

Picture draw(const Scene &scene) {
    return paint(scene, [](Rgb color) { return color; });
}

Picture drawInShades(const Scene &scene, Random shades) {
    constexpr double farthest = 0.07;
    return paint(scene, [&shades](Rgb color) {
        for (float &part : color) {
            part += static_cast<float>((shades.uniform() * 2 - 1) * farthest);
            part = std::clamp(part, 0.0F, 1.0F);
        }
        return color;
    });
}

Matrix visibleShares(const Scene &scene) {
    Matrix shares = Matrix::Zero(static_cast<long>(scene.shapes.size()), width * width);
    for (long k = 0; k < shares.rows(); ++k) {
        const Counts counts = cover(scene.shapes[static_cast<std::size_t>(k)]);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0) {
                const auto pixel = static_cast<long>(i);
                const float share = static_cast<float>(counts[i]) / finePerPixel;
                shares.col(pixel).head(k) *= 1 - share;
                shares(k, pixel) = share;
            }
        }
    }
    return shares;
}

Matrix cellShares(const Scene &scene) {
    constexpr long side = width / picture::grid;  // pixels of a cell
    const Matrix shares = visibleShares(scene);
    Matrix cells = Matrix::Zero(shares.rows(), picture::positions);
    for (long k = 0; k < shares.rows(); ++k) {
        for (long i = 0; i < shares.cols(); ++i) {
            cells(k, i / width / side * picture::grid + i % width / side) += shares(k, i);
        }
    }
    return cells / static_cast<float>(side * side);
}

double sharedPixels(const Shape &a, const Shape &b) {
    const Counts first = cover(a);
    const Counts second = cover(b);
    int points = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        points += std::min(first[i], second[i]);
    }
    return static_cast<double>(points) / finePerPixel;
}

double pixelsOf(const Shape &shape) {
    return sharedPixels(shape, shape);
}

std::string toJson(const Picture &picture) {
    std::array<std::uint8_t, pixelBytes> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const float value = std::clamp(picture.pixels.data()[i], 0.0F, 1.0F);
        bytes[i] = static_cast<std::uint8_t>(std::lround(value * 255));
    }
    return Json{{"format", pictureFormat}, {"pixels", encode64(bytes)}}.dump();
}

Seen pictureFromText(std::string_view text) {
    try {
        return read(parseJson(text, deepest));
    } catch (const JsonError &error) {
        throw SentenceError("The scene cannot be read: %1.", error.message());
    }
}

}  // namespace model::scenes
