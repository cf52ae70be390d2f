// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariantMap>
#include <array>
#include <optional>

// How the options of a view are stored: by name, as values that any file can hold. A view's options
// are a struct with a static function that names each member once, for both directions:
//
//     template <class Options, class Names>
//     static void name(Options &options, const Names &names) {
//         names("words", options.words);
//         names("colors", options.colors, colorMapNames);
//         names("leastWeight", options.leastWeight, 0.0, 1.0);
//     }
namespace widgets {

/// What a value of an enumeration is called where it is stored: that must not change its meaning
/// with the order of the enumeration.
template <class Value>
struct ValueName {
    Value value;
    const char *name;
};
template <class Value, std::size_t count>
using ValueNames = std::array<ValueName<Value>, count>;

// What was stored as the type that is expected, or nothing where it is another. A file of settings
// holds everything as text.
std::optional<bool> storedSwitch(const QVariant &stored);
std::optional<double> storedNumber(const QVariant &stored, double least, double most);
std::optional<QString> storedText(const QVariant &stored);
std::optional<QStringList> storedList(const QVariant &stored);

/// Writes named options into a map.
class OptionsWriter {
  public:
    explicit OptionsWriter(QVariantMap &map) : map_(map) {}

    void operator()(const char *name, bool value) const { map_[QLatin1String(name)] = value; }
    void operator()(const char *name, double value, double, double) const {
        map_[QLatin1String(name)] = value;
    }
    void operator()(const char *name, const QStringList &value) const {
        map_[QLatin1String(name)] = value;
    }
    template <class Value, std::size_t count>
    void operator()(const char *name, Value value, const ValueNames<Value, count> &names) const {
        for (const ValueName<Value> &known : names)
            if (known.value == value)
                map_[QLatin1String(name)] = QString::fromLatin1(known.name);
    }

  private:
    QVariantMap &map_;
};

/// Reads named options from a map; what is not there or means nothing is left as it is.
class OptionsReader {
  public:
    explicit OptionsReader(const QVariantMap &map) : map_(map) {}

    void operator()(const char *name, bool &value) const {
        value = storedSwitch(map_[QLatin1String(name)]).value_or(value);
    }
    void operator()(const char *name, double &value, double least, double most) const {
        value = storedNumber(map_[QLatin1String(name)], least, most).value_or(value);
    }
    void operator()(const char *name, QStringList &value) const {
        value = storedList(map_[QLatin1String(name)]).value_or(value);
    }
    template <class Value, std::size_t count>
    void operator()(const char *name, Value &value, const ValueNames<Value, count> &names) const {
        const std::optional<QString> stored = storedText(map_[QLatin1String(name)]);
        for (const ValueName<Value> &known : names)
            if (stored == QLatin1String(known.name))
                value = known.value;
    }

  private:
    const QVariantMap &map_;
};

/// Options by name.
template <class Options>
QVariantMap storedOptions(const Options &options) {
    QVariantMap map;
    Options::name(options, OptionsWriter(map));
    return map;
}

/// The options that were stored. Names that are unknown, and values of another type or out of
/// range, are ignored: what they were to set is as usual.
template <class Options>
Options restoredOptions(const QVariantMap &map) {
    Options options;
    Options::name(options, OptionsReader(map));
    return options;
}

}  // namespace widgets
