// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"
#include "model/text/tokenizer.h"

/// French sentences, normalised, enough to train a tokenizer of a few hundred pieces on.
inline const std::vector<std::string> &frenchSentences() {
    static const std::vector<std::string> sentences{
        "Le chat noir dort sur la chaise rouge.",
        "Le petit chien court dans le jardin.",
        "La maison blanche est près de la rivière.",
        "Où est la clé de la porte ?",
        "Je ne sais pas où il habite.",
        "Elle ne mange jamais de viande.",
        "Nous avons perdu le chemin dans la forêt.",
        "Vous parlez très bien le français.",
        "Il fait froid ce matin, n'est-ce pas ?",
        "Mon frère aîné travaille à l'hôpital.",
        "Les enfants jouent dans la cour de l'école.",
        "Quelle heure est-il maintenant ?",
        "Ne touche pas à ça !",
        "J'ai acheté du pain et du fromage.",
        "Ils sont arrivés hier soir à dix heures.",
        "La vieille dame lit un journal au café.",
        "Pourquoi n'es-tu pas venu à la fête ?",
        "Le train part dans cinq minutes ; dépêchons-nous !",
        "Ma sœur a deux chats et un chien.",
        "Cette chaise est trop petite pour moi.",
        "Il y a des fleurs rouges et blanches dans le jardin.",
        "Elle chante bien, mais il danse mal.",
        "Voici la règle : on ne court pas dans la maison.",
        "Je voudrais une table pour deux personnes, s'il vous plaît.",
        "Le soleil se lève tôt en été.",
        "Comment allez-vous ce matin ?",
        "Un homme attend devant la porte de la maison.",
        "Les chats dorment toute la journée.",
        "As-tu vu mon livre rouge ?",
        "Nous irons à la mer demain, s'il fait beau.",
        "Le professeur parle trop vite pour les enfants.",
        "Ce pain est dur comme la pierre.",
    };
    return sentences;
}

/// A tokenizer with byte fallback, as bytes; trained once in each process.
inline const std::string &tinyTokenizer() {
    static const std::string serialized =
        model::trainTokenizer(frenchSentences(), {.vocabulary = 340, .threads = 1});
    return serialized;
}

inline const model::Tokenizer &tokenizer() {
    static const model::Tokenizer instance(tinyTokenizer(), "tokenizer.source");
    return instance;
}

/// The error that loading `bytes` as a tokenizer gives.
inline std::string refusal(std::string_view bytes) {
    try {
        const model::Tokenizer refused(bytes, "tokenizer.source");
        return "accepted";
    } catch (const model::ModelFileError &error) {
        return error.what();
    }
}
