<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AnimationDialog</name>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>Tout &amp;sélectionner</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Augmenter</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Diminuer</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Usage: %1</source>
        <translation>Utilisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[options]</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Options&#xa0;:</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>Il manque une valeur après «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>Valeur inattendue après «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Closes the dock widget</source>
        <translation>Ferme le panneau</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Undocks and re-attaches the dock widget</source>
        <translation>Détache et rattache le panneau</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Dans&#xa0;:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Avancer</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Dossier parent</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Aller au dossier parent</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Créer un dossier</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Afficher en liste</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Afficher avec les détails</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Barre latérale</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Liste des emplacements et des signets</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nom du fichier&#xa0;:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Type de fichiers&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Choisir</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Montrer les fichiers c&amp;achés</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Nouveau &amp;dossier</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>Fichier %1</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Ce fichier est introuvable.
Vérifiez que son nom est le bon.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Ce dossier est introuvable.
Vérifiez que son nom est le bon.</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>Supprimer vraiment «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Afficher </translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Modifié le</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Co&amp;uper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>Afficher les détails…</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Masquer les détails…</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Oui</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Non</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Pg préc</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Pg suiv</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translation>Défiler vers la gauche</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Défiler vers la droite</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Co&amp;uper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>Scene</name>
    <message>
        <source>circle</source>
        <translation>cercle</translation>
    </message>
    <message>
        <source>square</source>
        <translation>carré</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>triangle</translation>
    </message>
    <message>
        <source>star</source>
        <translation>étoile</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>croix</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>jaune</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>violet</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>rose</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>brun</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>form: color</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n shapes</source>
        <translation>
            <numerusform>%n forme</numerusform>
            <numerusform>%n formes</numerusform>
        </translation>
    </message>
    <message>
        <source>night</source>
        <translation>nuit</translation>
    </message>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>number of shapes; day</comment>
        <translation>%1&#x202f;; %2</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <comment>number of shapes: names; day</comment>
        <translation>%1&#xa0;: %2&#x202f;; %3</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>--at got &apos;%1&apos;, expected a number from 1 on and one of %2, such as 3.softmax.</source>
        <translation>--at a reçu «&#xa0;%1&#xa0;» au lieu d’un nombre à partir de 1 et d’une de ces phases&#xa0;: %2, par exemple 3.softmax.</translation>
    </message>
</context>
<context>
    <name>app::AccessibleNames</name>
    <message>
        <source>Vertical scroll bar</source>
        <translation>Barre de défilement verticale</translation>
    </message>
    <message>
        <source>Horizontal scroll bar</source>
        <translation>Barre de défilement horizontale</translation>
    </message>
</context>
<context>
    <name>app::AnimationDialog</name>
    <message>
        <source>Export animation</source>
        <translation>Exporter une animation</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>WebP animé</translation>
    </message>
    <message>
        <source>Folder of PNG pictures</source>
        <translation>Dossier d’images PNG</translation>
    </message>
    <message>
        <source>&amp;Dark background</source>
        <translation>Fond &amp;sombre</translation>
    </message>
    <message>
        <source>&amp;View:</source>
        <translation>&amp;Vue&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format&#xa0;:</translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation>F&amp;ichier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Speed:</source>
        <translation>Vi&amp;tesse&#xa0;:</translation>
    </message>
    <message>
        <source>F&amp;rames per second:</source>
        <translation>I&amp;mages par seconde&#xa0;:</translation>
    </message>
    <message>
        <source>S&amp;cale:</source>
        <translation>&amp;Échelle&#xa0;:</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation>Dossiers (*)</translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation>%1 (*.%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s), %1 seconds</source>
        <translation>
            <numerusform>%n image, %1 secondes</numerusform>
            <numerusform>%n images, %1 secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
</context>
<context>
    <name>app::Batch</name>
    <message>
        <source>line %1: %2</source>
        <translation>ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Lines: %1 done, %2 there already, %3 failed.</source>
        <translation>Lignes&#xa0;: %1 faites, %2 déjà là, %3 en échec.</translation>
    </message>
    <message>
        <source>There is no folder for temporary files.</source>
        <translation>Il n’y a pas de dossier pour les fichiers temporaires.</translation>
    </message>
    <message>
        <source>no such folder can be made</source>
        <translation>un tel dossier ne peut pas être créé</translation>
    </message>
    <message>
        <source>another batch is writing there now</source>
        <translation>un autre lot y est en cours d’écriture</translation>
    </message>
    <message>
        <source>no file can be made in it</source>
        <translation>aucun fichier ne peut y être créé</translation>
    </message>
    <message>
        <source>The archive could not be written to the standard output.</source>
        <translation>L’archive n’a pas pu être écrite sur la sortie standard.</translation>
    </message>
    <message>
        <source>The process that drew it ended unexpectedly.</source>
        <translation>Le processus qui la dessinait s’est terminé de façon inattendue.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>app::BranchesBar</name>
    <message>
        <source>Branches</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>&amp;Next branch</source>
        <translation>Branche &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Previous branch</source>
        <translation>Branche &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Rename the branch</source>
        <translation>&amp;Renommer la branche</translation>
    </message>
    <message>
        <source>&amp;Copy the branch</source>
        <translation>&amp;Copier la branche</translation>
    </message>
    <message>
        <source>&amp;Delete the branch</source>
        <translation>S&amp;upprimer la branche</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>What the model makes by itself</source>
        <translation>Ce que le modèle fait de lui-même</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>Co&amp;mparer avec…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Compare what is in view with another branch</source>
        <translation>Comparer ce qui est à l’écran avec une autre branche</translation>
    </message>
    <message>
        <source>Show another branch beside what is in view, and in every view what differs.</source>
        <translation>Montrer une autre branche à côté de ce qui est à l’écran et, dans chaque vue, ce qui diffère.</translation>
    </message>
    <message>
        <source>Co&amp;mpare with what is in view</source>
        <translation>Co&amp;mparer avec ce qui est à l’écran</translation>
    </message>
</context>
<context>
    <name>app::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>Afficher cette aide.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Afficher la version.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTE</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>Size of the figure in pixels of 1/96 inch, such as 800x600, which as PDF is a page of 600 by 450 points; by default as large as its words need. Views with more than fits become as long as that is.</source>
        <translation>Taille de la figure en pixels de 1/96 de pouce, par exemple 800x600, soit en PDF une page de 600 points sur 450&#x202f;; par défaut, ce que demandent ses mots. Les vues qui contiennent davantage s’allongent d’autant.</translation>
    </message>
    <message>
        <source>WxH</source>
        <translation>LxH</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>With --export: a heatmap of the posterior attention, given the words that came.</source>
        <translation>Avec --export&#xa0;: une carte de l’attention a posteriori, sachant les mots produits.</translation>
    </message>
    <message>
        <source>A figure, or a window, on dark ground.</source>
        <translation>Une figure, ou une fenêtre, sur fond sombre.</translation>
    </message>
    <message>
        <source>--size got &apos;%1&apos;, expected width and height from %2 to %3 pixels, such as 800x600.</source>
        <translation>--size a reçu «&#xa0;%1&#xa0;» au lieu d’une largeur et d’une hauteur de %2 à %3&#xa0;pixels, par exemple 800x600.</translation>
    </message>
    <message>
        <source>--model got nothing, expected FILE.</source>
        <translation>--model n’a rien reçu&#x202f;; FICHIER est attendu.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is one argument too many; a sentence goes after --sentence, in quotes.</source>
        <translation>«&#xa0;%1&#xa0;» est un argument de trop&#x202f;; une phrase se met après --sentence, entre guillemets.</translation>
    </message>
    <message>
        <source>--posterior is for the heatmap.</source>
        <translation>--posterior ne vaut que pour la carte d’alignement.</translation>
    </message>
    <message>
        <source>There is no option --%1.</source>
        <translation>L’option --%1 n’existe pas.</translation>
    </message>
    <message>
        <source>Decoding was stopped at the length limit, %1 pieces; the figure shows it up to there.</source>
        <translation>Le décodage a été arrêté à la longueur maximale, %1&#xa0;sous-mots&#x202f;; la figure la montre jusque-là.</translation>
    </message>
    <message>
        <source>There is no file &apos;%1&apos;; a sentence goes after --sentence, in quotes.</source>
        <translation>Il n’y a pas de fichier «&#xa0;%1&#xa0;»&#x202f;; une phrase vient après --sentence, entre guillemets.</translation>
    </message>
    <message>
        <source>Pixels that a PNG or an animation has for each pixel of its size, such as 2; 1 by default.</source>
        <translation>Pixels d’un PNG ou d’une animation pour chaque pixel de sa taille, par exemple 2&#x202f;; 1 par défaut.</translation>
    </message>
    <message>
        <source>How fast an animation is played, such as 2; 1 by default.</source>
        <translation>Vitesse à laquelle une animation est jouée, par exemple 2&#x202f;; 1 par défaut.</translation>
    </message>
    <message>
        <source>Frames of an animation per second; 25 by default.</source>
        <translation>Images par seconde d’une animation&#x202f;; 25 par défaut.</translation>
    </message>
    <message>
        <source>--%1 got &apos;%2&apos;, expected a number from %3 to %4.</source>
        <translation>--%1 a reçu «&#xa0;%2&#xa0;» au lieu d’un nombre de %3 à %4.</translation>
    </message>
    <message>
        <source>--scale is for PNG and animations: only a picture has pixels.</source>
        <translation>--scale est pour les PNG et les animations&#xa0;: seule une image a des pixels.</translation>
    </message>
    <message>
        <source>--speed and --fps are for animations: .gif, .webp or a folder of frames that ends in /.</source>
        <translation>--speed et --fps sont pour les animations&#xa0;: .gif, .webp ou un dossier d’images, dont le nom se termine par /.</translation>
    </message>
    <message>
        <source>The moment that is shown, in place of the end: the end of a stage of a word, such as 3.softmax, or, while reading, of a source piece, such as 2.forward. The stages are %1.</source>
        <translation>Moment montré, au lieu de la fin&#xa0;: la fin d’une phase d’un mot, par exemple 3.softmax, ou, pendant la lecture, d’un sous-mot source, par exemple 2.forward. Les phases sont %1.</translation>
    </message>
    <message>
        <source>MOMENT</source>
        <translation>MOMENT</translation>
    </message>
    <message>
        <source>With --batch: the views, with commas between them; by default %1.</source>
        <translation>Avec --batch&#xa0;: les vues, séparées par des virgules&#x202f;; par défaut %1.</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>NOMS</translation>
    </message>
    <message>
        <source>With --batch: one or more of %1, with commas between them; by default svg. With --export -: one of them.</source>
        <translation>Avec --batch&#xa0;: un ou plusieurs des formats %1, séparés par des virgules&#x202f;; par défaut svg. Avec --export -&#xa0;: l’un d’eux.</translation>
    </message>
    <message>
        <source>FORMATS</source>
        <translation>FORMATS</translation>
    </message>
    <message>
        <source>With --batch: how many processes work side by side; 1 by default.</source>
        <translation>Avec --batch&#xa0;: nombre de processus qui travaillent côte à côte&#x202f;; 1 par défaut.</translation>
    </message>
    <message>
        <source>Write the figure of a view of the sentence as PNG, SVG or PDF, or its numbers as CSV, by the file&apos;s suffix, and open no window; or as .gif or .webp its translation, played from beginning to end. A name that ends in / is a folder of PNG frames, - the standard output.</source>
        <translation>Écrire la figure d’une vue de la phrase en PNG, SVG ou PDF, ou ses nombres en CSV, selon l’extension du fichier, sans ouvrir de fenêtre&#x202f;; ou, en .gif ou .webp, sa traduction jouée du début à la fin. Un nom qui se termine par / est un dossier d’images PNG, - la sortie standard.</translation>
    </message>
    <message>
        <source>--views and --jobs are for --batch.</source>
        <translation>--views et --jobs sont pour --batch.</translation>
    </message>
    <message>
        <source>--format is for --batch and --export -; a file has its suffix.</source>
        <translation>--format est pour --batch et --export -&#x202f;; un fichier a son extension.</translation>
    </message>
    <message>
        <source>--at is not for animations, which show every moment.</source>
        <translation>--at n’est pas pour les animations, qui montrent tous les moments.</translation>
    </message>
    <message>
        <source>--batch needs --export with a folder, or with -.</source>
        <translation>--batch demande --export avec un dossier, ou avec -.</translation>
    </message>
    <message>
        <source>--batch and --export need the name of a file and of a folder.</source>
        <translation>--batch et --export demandent le nom d’un fichier et celui d’un dossier.</translation>
    </message>
    <message>
        <source>--export - has one format.</source>
        <translation>--export - n’a qu’un format.</translation>
    </message>
    <message>
        <source>--%1 got &apos;%2&apos;, expected a whole number from 1 to %3.</source>
        <translation>--%1 a reçu «&#xa0;%2&#xa0;» au lieu d’un nombre entier de 1 à %3.</translation>
    </message>
    <message>
        <source>--%1 got &apos;%2&apos;, expected one or more of %3, with commas between them.</source>
        <translation>--%1 a reçu «&#xa0;%2&#xa0;» au lieu d’un ou plusieurs de ces noms, séparés par des virgules&#xa0;: %3.</translation>
    </message>
    <message>
        <source>The figure could not be written to the standard output.</source>
        <translation>La figure n’a pas pu être écrite sur la sortie standard.</translation>
    </message>
    <message>
        <source>A model, a session, or a text whose sentences are translated, to open in the window.</source>
        <translation>Un modèle, une session ou un texte dont les phrases sont traduites, à ouvrir dans la fenêtre.</translation>
    </message>
    <message>
        <source>With --export: the view, one of %1; by default %2, the alignment heatmap. Several, with commas between them, are one figure of panels a, b, c.</source>
        <translation>Avec --export&#xa0;: la vue, l’une de %1&#x202f;; par défaut %2, la carte d’alignement. Plusieurs, séparées par des virgules, font une seule figure de panneaux a, b, c.</translation>
    </message>
    <message>
        <source>With --export: a style of figures that was saved under this name in the window.</source>
        <translation>Avec --export&#xa0;: un style de figures, enregistré sous ce nom dans la fenêtre.</translation>
    </message>
    <message>
        <source>--figure-style has its own size and ground, and is for figures of the end.</source>
        <translation>--figure-style a sa taille et son fond, et est pour les figures de la fin.</translation>
    </message>
    <message>
        <source>Several views, and a style, are for PNG, SVG and PDF, of the end of the translation.</source>
        <translation>Plusieurs vues, ou un style, sont pour PNG, SVG et PDF, de la fin de la traduction.</translation>
    </message>
    <message>
        <source>--view, --views, --figure-style, --at, --format, --jobs, --size, --scale, --posterior, --speed and --fps are for --export.</source>
        <translation>--view, --views, --figure-style, --at, --format, --jobs, --size, --scale, --posterior, --speed et --fps sont pour --export.</translation>
    </message>
    <message>
        <source>There is no style of figures with the name “%1”.</source>
        <translation>Il n’y a pas de style de figures nommé «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Make files of every line of a text, which holds a sentence, or the name of a file with a picture, per line, and open no window; - is the standard input. They go into the folder that --export names; with -, as a tar archive to the standard output. What is there already is not made again.</source>
        <translation>Faire des fichiers de chaque ligne d’un texte, qui contient par ligne une phrase, ou le nom d’un fichier d’image, sans ouvrir de fenêtre&#x202f;; - est l’entrée standard. Ils vont dans le dossier que nomme --export&#x202f;; avec -, en archive tar, sur la sortie standard. Ce qui est déjà là n’est pas refait.</translation>
    </message>
    <message>
        <source>Watch an attention sequence-to-sequence model translate, sum up, reply or describe.</source>
        <translation>Regarder un modèle séquence à séquence avec attention traduire, résumer, répondre ou décrire.</translation>
    </message>
    <message>
        <source>Use this model file, or the built-in model of this name: %1.</source>
        <translation>Utiliser ce fichier de modèle, ou le modèle intégré de ce nom&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The source to begin with, or to export: a sentence, a text, a turn or, for a model of captions, a scene as JSON.</source>
        <translation>La source avec laquelle commencer, ou à exporter&#xa0;: une phrase, un texte, une réplique ou, pour un modèle de légendes, une scène en JSON.</translation>
    </message>
    <message>
        <source>In place of --sentence, for a model of captions: a file with a picture, or with a scene as JSON.</source>
        <translation>À la place de --sentence, pour un modèle de légendes&#xa0;: un fichier contenant une image, ou une scène en JSON.</translation>
    </message>
    <message>
        <source>--export needs --sentence, --picture or --batch.</source>
        <translation>--export demande --sentence, --picture ou --batch.</translation>
    </message>
    <message>
        <source>--sentence, --picture, --view, --figure-style, --speed and --fps are not for --batch; it has --views.</source>
        <translation>--sentence, --picture, --view, --figure-style, --speed et --fps ne vont pas avec --batch&#x202f;; il a --views.</translation>
    </message>
    <message>
        <source>--sentence and --picture exclude each other.</source>
        <translation>--sentence et --picture s’excluent.</translation>
    </message>
    <message>
        <source>--picture got &apos;%1&apos;, which is no picture that can be read.</source>
        <translation>--picture a reçu «&#xa0;%1&#xa0;», qui n’est pas une image lisible.</translation>
    </message>
    <message>
        <source>--picture needs --model with a model of captions.</source>
        <translation>--picture demande --model avec un modèle de légendes.</translation>
    </message>
</context>
<context>
    <name>app::DialogueBar</name>
    <message>
        <source>&amp;Keep the reply in front of the next turn</source>
        <translation>&amp;Garder la réponse devant la réplique suivante</translation>
    </message>
    <message>
        <source>What was said before becomes part of the source, marked with “|”.</source>
        <translation>Ce qui a été dit avant fait alors partie de la source, séparé par «&#xa0;|&#xa0;».</translation>
    </message>
    <message>
        <source>&amp;Your turn</source>
        <translation>À &amp;vous</translation>
    </message>
    <message>
        <source>Go on with the dialogue: the field is free for what you say next.</source>
        <translation>Poursuivre le dialogue&#xa0;: le champ attend ce que vous dites ensuite.</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Avant&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>app::DockStage</name>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
</context>
<context>
    <name>app::Documents</name>
    <message>
        <source>Only the heatmap can be written as LaTeX.</source>
        <translation>Seule la carte d’alignement peut être écrite en LaTeX.</translation>
    </message>
    <message>
        <source>The view “%1” has no numbers of its own at this moment.</source>
        <translation>La vue «&#xa0;%1&#xa0;» n’a pas de nombres à elle à ce moment.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
</context>
<context>
    <name>app::EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Co&amp;uper</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Tout &amp;sélectionner</translation>
    </message>
</context>
<context>
    <name>app::Edits</name>
    <message>
        <source>show the branch %1</source>
        <translation>montrer la branche %1</translation>
    </message>
    <message>
        <source>back to the original</source>
        <translation>retour à l’original</translation>
    </message>
    <message>
        <source>call a branch %1</source>
        <translation>nommer une branche %1</translation>
    </message>
    <message>
        <source>delete the branch %1</source>
        <translation>supprimer la branche %1</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
    <message>
        <source>copy the branch %1</source>
        <translation>copier la branche %1</translation>
    </message>
</context>
<context>
    <name>app::EditsBar</name>
    <message>
        <source>Show the original</source>
        <translation>Montrer l’original</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>The original: what the model made by itself.</source>
        <translation>L’original&#xa0;: ce que le modèle a fait de lui-même.</translation>
    </message>
    <message numerus="yes">
        <source>What if: %1 (and %n edits before)</source>
        <translation>
            <numerusform>Et si&#xa0;: %1 (et %n changement avant)</numerusform>
            <numerusform>Et si&#xa0;: %1 (et %n changements avant)</numerusform>
        </translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>Et si&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>app::ExportDialog</name>
    <message>
        <source>PNG picture</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>Dessin SVG</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Document PDF</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format&#xa0;:</translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation>F&amp;ichier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Scale:</source>
        <translation>É&amp;chelle&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation>%1 (*.%2)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message>
        <source>CSV numbers</source>
        <translation>Nombres CSV</translation>
    </message>
    <message>
        <source>LaTeX, pgfplots</source>
        <translation>LaTeX, pgfplots</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Exporter une figure</translation>
    </message>
    <message>
        <source>&amp;Views:</source>
        <translation>&amp;Vues&#xa0;:</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Parco&amp;urir…</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Co&amp;pier</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>I&amp;mprimer…</translation>
    </message>
    <message>
        <source>Choose at least one view.</source>
        <translation>Choisissez au moins une vue.</translation>
    </message>
    <message>
        <source>These views have no numbers of their own at this moment.</source>
        <translation>Ces vues n’ont pas de nombres à elles à ce moment.</translation>
    </message>
    <message>
        <source>Only the heatmap can be written as LaTeX.</source>
        <translation>Seule la carte d’alignement peut être écrite en LaTeX.</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
</context>
<context>
    <name>app::ExportNumbers</name>
    <message>
        <source>Export numbers</source>
        <translation>Exporter les nombres</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz);;JSON (*.json);;Safetensors (*.safetensors)</source>
        <translation>Tableaux NumPy (*.npz);;JSON (*.json);;Safetensors (*.safetensors)</translation>
    </message>
</context>
<context>
    <name>app::ExportPanel</name>
    <message>
        <source>Export %1</source>
        <translation>Exporter&#xa0;: %1</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>Image PNG (*.png);;Dessin SVG (*.svg);;Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV numbers (*.csv)</source>
        <translation>Nombres CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>app::ExportTarget</name>
    <message>
        <source>“%1” exists already. Replace it?</source>
        <translation>«&#xa0;%1&#xa0;» existe déjà. Le remplacer&#x202f;?</translation>
    </message>
</context>
<context>
    <name>app::FigurePreview</name>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>app::Header</name>
    <message>
        <source>E&amp;xamples</source>
        <translation>E&amp;xemples</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Modèle&#xa0;:</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>reading %1…</source>
        <translation>lecture de %1…</translation>
    </message>
    <message>
        <source>The model is being loaded…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>What was typed before</source>
        <translation>Ce qui a été tapé avant</translation>
    </message>
    <message>
        <source>Nothing has been typed yet.</source>
        <translation>Rien n’a encore été tapé.</translation>
    </message>
</context>
<context>
    <name>app::Help</name>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Model: %1. Licence: %2. How it was trained is among the details.</source>
        <translation>Modèle&#xa0;: %1. Licence&#xa0;: %2. Son apprentissage est décrit dans les détails.</translation>
    </message>
    <message>
        <source>Computed with the instructions of %1.</source>
        <translation>Calculé avec les instructions de %1.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>The icon of the program</source>
        <translation>L’icône du programme</translation>
    </message>
    <message>
        <source>Watch attention sequence-to-sequence models translate, sum up, reply and describe: every number on the screen is the model&apos;s.</source>
        <translation>Regardez des modèles séquence à séquence avec attention traduire, résumer, répondre et décrire&#xa0;: chaque nombre à l’écran est celui du modèle.</translation>
    </message>
</context>
<context>
    <name>app::Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>to the next control and back</source>
        <translation>commande suivante, précédente</translation>
    </message>
    <message>
        <source>press the button in focus, open the list in focus</source>
        <translation>activer le bouton, ouvrir la liste qui a le focus</translation>
    </message>
    <message>
        <source>right click</source>
        <translation>clic droit</translation>
    </message>
    <message>
        <source>what else can be done here: copy, export, options</source>
        <translation>ce que l’on peut faire d’autre ici&#xa0;: copier, exporter, options</translation>
    </message>
    <message>
        <source>Alt+underlined letter</source>
        <translation>Alt+lettre soulignée</translation>
    </message>
    <message>
        <source>a menu, Examples, Model</source>
        <translation>un menu, Exemples, Modèle</translation>
    </message>
    <message>
        <source>pointing</source>
        <translation>survol</translation>
    </message>
    <message>
        <source>the exact value; every view marks the same thing</source>
        <translation>la valeur exacte&#x202f;; toutes les vues marquent la même chose</translation>
    </message>
    <message>
        <source>edit the source</source>
        <translation>modifier la source</translation>
    </message>
    <message>
        <source>undo, redo what was typed</source>
        <translation>annuler, rétablir ce qui a été tapé</translation>
    </message>
    <message>
        <source>drop a file</source>
        <translation>déposer un fichier</translation>
    </message>
    <message>
        <source>open a model</source>
        <translation>ouvrir un modèle</translation>
    </message>
    <message>
        <source>drop a text or a text file</source>
        <translation>déposer un texte ou un fichier de texte</translation>
    </message>
    <message>
        <source>translate it</source>
        <translation>le traduire</translation>
    </message>
    <message>
        <source>presentation: the whole screen, larger text and thicker lines; Escape ends it</source>
        <translation>présentation&#xa0;: plein écran, texte plus grand et traits plus épais&#x202f;; Échap y met fin</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>ces touches</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>quitter</translation>
    </message>
    <message>
        <source>Time, from everywhere but text and cursors</source>
        <translation>Temps, de partout sauf dans les textes et avec les curseurs</translation>
    </message>
    <message>
        <source>play and pause</source>
        <translation>lecture et pause</translation>
    </message>
    <message>
        <source>wheel on the timeline</source>
        <translation>molette sur la chronologie</translation>
    </message>
    <message>
        <source>a stage back, on</source>
        <translation>phase précédente, suivante</translation>
    </message>
    <message>
        <source>a word back, on</source>
        <translation>mot précédent, suivant</translation>
    </message>
    <message>
        <source>to the start, to the end</source>
        <translation>au début, à la fin</translation>
    </message>
    <message>
        <source>loop the word in view</source>
        <translation>passer en boucle le mot en vue</translation>
    </message>
    <message>
        <source>play slower, faster</source>
        <translation>lecture plus lente, plus rapide</translation>
    </message>
    <message>
        <source>click on the timeline</source>
        <translation>clic sur la chronologie</translation>
    </message>
    <message>
        <source>to the end of that stage</source>
        <translation>à la fin de cette phase</translation>
    </message>
    <message>
        <source>drag on the timeline</source>
        <translation>glisser sur la chronologie</translation>
    </message>
    <message>
        <source>scrub, both ways</source>
        <translation>parcourir, dans les deux sens</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>watch it from the start</source>
        <translation>la regarder depuis le début</translation>
    </message>
    <message>
        <source>the arrow beside it</source>
        <translation>la flèche à côté</translation>
    </message>
    <message>
        <source>through what was typed before</source>
        <translation>à travers ce qui a été tapé avant</translation>
    </message>
    <message>
        <source>cut, copy, paste</source>
        <translation>couper, copier, coller</translation>
    </message>
    <message>
        <source>Sentences of a text</source>
        <translation>Phrases d’un texte</translation>
    </message>
    <message>
        <source>click</source>
        <translation>clic</translation>
    </message>
    <message>
        <source>show the next sentence, the one before</source>
        <translation>montrer la phrase suivante, la précédente</translation>
    </message>
    <message>
        <source>show the first sentence, the last</source>
        <translation>montrer la première phrase, la dernière</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>double clic</translation>
    </message>
    <message>
        <source>close the list</source>
        <translation>fermer la liste</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>to the next word, the one before</source>
        <translation>au mot suivant, au précédent</translation>
    </message>
    <message>
        <source>to the step that produced the word</source>
        <translation>à l’étape qui a produit le mot</translation>
    </message>
    <message>
        <source>Unrolled view</source>
        <translation>Vue déroulée</translation>
    </message>
    <message>
        <source>mark the word before, the next</source>
        <translation>marquer le mot précédent, le suivant</translation>
    </message>
    <message>
        <source>mark the layer above, below: embedding, states, context, word</source>
        <translation>marquer la couche du dessus, du dessous&#xa0;: plongement, états, contexte, mot</translation>
    </message>
    <message>
        <source>double click on a strip</source>
        <translation>double clic sur une bande</translation>
    </message>
    <message>
        <source>all units of the marked strip</source>
        <translation>toutes les unités de la bande marquée</translation>
    </message>
    <message>
        <source>unmark</source>
        <translation>ne plus marquer</translation>
    </message>
    <message>
        <source>click on a word or state</source>
        <translation>clic sur un mot ou un état</translation>
    </message>
    <message>
        <source>to the step that produced it</source>
        <translation>à l’étape qui l’a produit</translation>
    </message>
    <message>
        <source>wheel, pinch</source>
        <translation>molette, pincement</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoom</translation>
    </message>
    <message>
        <source>everything in view</source>
        <translation>tout afficher</translation>
    </message>
    <message>
        <source>readable size</source>
        <translation>taille lisible</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>glisser</translation>
    </message>
    <message>
        <source>move what is in view up, down</source>
        <translation>déplacer la vue vers le haut, le bas</translation>
    </message>
    <message>
        <source>drag, Shift+wheel, the small map</source>
        <translation>glisser, Maj+molette, le petit plan</translation>
    </message>
    <message>
        <source>move what is in view left, right</source>
        <translation>déplacer la vue vers la gauche, la droite</translation>
    </message>
    <message>
        <source>copy the picture</source>
        <translation>copier l’image</translation>
    </message>
    <message>
        <source>right click, Links from</source>
        <translation>clic droit, Liens</translation>
    </message>
    <message>
        <source>from which weight on links are drawn</source>
        <translation>à partir de quel poids les liens sont tracés</translation>
    </message>
    <message>
        <source>All units of a strip</source>
        <translation>Toutes les unités d’une bande</translation>
    </message>
    <message>
        <source>from unit to unit</source>
        <translation>d’unité en unité</translation>
    </message>
    <message>
        <source>mark the unit</source>
        <translation>marquer l’unité</translation>
    </message>
    <message>
        <source>click on ×</source>
        <translation>clic sur ×</translation>
    </message>
    <message>
        <source>close</source>
        <translation>fermer</translation>
    </message>
    <message>
        <source>Alignment heatmap</source>
        <translation>Carte d’alignement</translation>
    </message>
    <message>
        <source>from cell to cell</source>
        <translation>de case en case</translation>
    </message>
    <message>
        <source>to the first row, the last</source>
        <translation>à la première ligne, à la dernière</translation>
    </message>
    <message>
        <source>click on a row</source>
        <translation>clic sur une ligne</translation>
    </message>
    <message>
        <source>to the step of the row</source>
        <translation>à l’étape de la ligne</translation>
    </message>
    <message>
        <source>click on a source word</source>
        <translation>clic sur un mot source</translation>
    </message>
    <message>
        <source>mark it</source>
        <translation>le marquer</translation>
    </message>
    <message>
        <source>put the cursor away</source>
        <translation>retirer le curseur</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>molette</translation>
    </message>
    <message>
        <source>the whole matrix</source>
        <translation>la matrice entière</translation>
    </message>
    <message>
        <source>move what is in view</source>
        <translation>déplacer la vue</translation>
    </message>
    <message>
        <source>Scores and softmax</source>
        <translation>Scores et softmax</translation>
    </message>
    <message>
        <source>mark the source word above, below</source>
        <translation>marquer le mot source du dessus, du dessous</translation>
    </message>
    <message>
        <source>back to the model&apos;s temperature</source>
        <translation>revenir à la température du modèle</translation>
    </message>
    <message>
        <source>the same, then unmark</source>
        <translation>de même, puis ne plus marquer</translation>
    </message>
    <message>
        <source>scroll</source>
        <translation>défiler</translation>
    </message>
    <message>
        <source>Temperature of the softmax</source>
        <translation>Température du softmax</translation>
    </message>
    <message>
        <source>what if the softmax were sharper or softer</source>
        <translation>et si le softmax était plus tranché ou plus doux</translation>
    </message>
    <message>
        <source>back to 1</source>
        <translation>revenir à 1</translation>
    </message>
    <message>
        <source>Hidden states</source>
        <translation>États cachés</translation>
    </message>
    <message>
        <source>from unit to unit, from word to word</source>
        <translation>d’unité en unité, de mot en mot</translation>
    </message>
    <message>
        <source>to the first word, the last</source>
        <translation>au premier mot, au dernier</translation>
    </message>
    <message>
        <source>mark the unit; its course is a curve</source>
        <translation>marquer l’unité&#x202f;; une courbe montre son évolution</translation>
    </message>
    <message>
        <source>zoom into the units</source>
        <translation>zoomer sur les unités</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Maj+molette</translation>
    </message>
    <message>
        <source>other units</source>
        <translation>d’autres unités</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>toutes les unités</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>from word to word, from unit to unit</source>
        <translation>de mot en mot, d’unité en unité</translation>
    </message>
    <message>
        <source>to the first unit in view, the last</source>
        <translation>à la première unité en vue, à la dernière</translation>
    </message>
    <message>
        <source>mark the word and the unit</source>
        <translation>marquer le mot et l’unité</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+molette</translation>
    </message>
    <message>
        <source>scroll the words</source>
        <translation>faire défiler les mots</translation>
    </message>
    <message>
        <source>Word choice</source>
        <translation>Choix du mot</translation>
    </message>
    <message>
        <source>from word to word</source>
        <translation>de mot en mot</translation>
    </message>
    <message>
        <source>Word choice, table of every step</source>
        <translation>Choix du mot, tableau de toutes les étapes</translation>
    </message>
    <message>
        <source>to the step above, below</source>
        <translation>à l’étape du dessus, du dessous</translation>
    </message>
    <message>
        <source>show that step</source>
        <translation>montrer cette étape</translation>
    </message>
    <message>
        <source>Embeddings: search and list</source>
        <translation>Plongements&#xa0;: recherche et liste</translation>
    </message>
    <message>
        <source>from the search to the list</source>
        <translation>de la recherche à la liste</translation>
    </message>
    <message>
        <source>click in the list</source>
        <translation>clic dans la liste</translation>
    </message>
    <message>
        <source>look up what is found</source>
        <translation>consulter ce qui est trouvé</translation>
    </message>
    <message>
        <source>clear the search; then follow the source again</source>
        <translation>effacer la recherche&#x202f;; puis suivre de nouveau la source</translation>
    </message>
    <message>
        <source>Embeddings: neighbours</source>
        <translation>Plongements&#xa0;: voisins</translation>
    </message>
    <message>
        <source>from neighbour to neighbour</source>
        <translation>de voisin en voisin</translation>
    </message>
    <message>
        <source>look it up</source>
        <translation>le consulter</translation>
    </message>
    <message>
        <source>Embeddings: map</source>
        <translation>Plongements&#xa0;: carte</translation>
    </message>
    <message>
        <source>through the pieces that stand out</source>
        <translation>parcourir les sous-mots mis en évidence</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>all terms, the largest only</source>
        <translation>tous les termes, les plus grands seulement</translation>
    </message>
    <message>
        <source>select, copy text</source>
        <translation>sélectionner, copier du texte</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>View menu</source>
        <translation>menu Affichage</translation>
    </message>
    <message>
        <source>close and reopen a panel; reset the layout</source>
        <translation>fermer et rouvrir un panneau&#x202f;; rétablir la disposition</translation>
    </message>
    <message>
        <source>← → on the tabs, click</source>
        <translation>← → sur les onglets, clic</translation>
    </message>
    <message>
        <source>the panel behind</source>
        <translation>le panneau de derrière</translation>
    </message>
    <message>
        <source>drag a title or tab</source>
        <translation>glisser un titre ou un onglet</translation>
    </message>
    <message>
        <source>move the panel, put it behind another</source>
        <translation>déplacer le panneau, le mettre derrière un autre</translation>
    </message>
    <message>
        <source>double click on a title, the panel&apos;s menu</source>
        <translation>double clic sur un titre, menu du panneau</translation>
    </message>
    <message>
        <source>a window of its own and back</source>
        <translation>fenêtre séparée et retour</translation>
    </message>
    <message>
        <source>the sentence about what happens, a second one</source>
        <translation>la phrase qui dit ce qui se passe&#x202f;; une seconde</translation>
    </message>
    <message>
        <source>undo, redo a “what if”</source>
        <translation>annuler, rétablir un «&#xa0;et si&#xa0;»</translation>
    </message>
    <message>
        <source>what if that word had been chosen</source>
        <translation>et si ce mot avait été choisi</translation>
    </message>
    <message>
        <source>the lesson; once more leaves it</source>
        <translation>la leçon&#x202f;; encore une fois la quitte</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Leçon</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>to the next page</source>
        <translation>à la page suivante</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>to the page before</source>
        <translation>à la page précédente</translation>
    </message>
    <message>
        <source>closing it</source>
        <translation>la fermer</translation>
    </message>
    <message>
        <source>leave; everything is as it was before</source>
        <translation>quitter&#x202f;; tout redevient comme avant</translation>
    </message>
    <message>
        <source>Length laboratory</source>
        <translation>Laboratoire des longueurs</translation>
    </message>
    <message>
        <source>from sentence to sentence</source>
        <translation>de phrase en phrase</translation>
    </message>
    <message>
        <source>the other model</source>
        <translation>l’autre modèle</translation>
    </message>
    <message>
        <source>show it in the picture</source>
        <translation>la montrer dans l’image</translation>
    </message>
    <message>
        <source>drop a file of pairs</source>
        <translation>déposer un fichier de paires</translation>
    </message>
    <message>
        <source>measure these</source>
        <translation>mesurer celles-ci</translation>
    </message>
    <message>
        <source>export a figure</source>
        <translation>exporter une figure</translation>
    </message>
    <message>
        <source>print a figure</source>
        <translation>imprimer une figure</translation>
    </message>
    <message>
        <source>double click on the timeline</source>
        <translation>double clic sur la chronologie</translation>
    </message>
    <message>
        <source>what if another word stood there</source>
        <translation>et si un autre mot se trouvait là</translation>
    </message>
    <message>
        <source>double click on a word</source>
        <translation>double clic sur un mot</translation>
    </message>
    <message>
        <source>change the marked word of the source, or the word of the step</source>
        <translation>changer le mot marqué de la source, ou le mot de l’étape</translation>
    </message>
    <message>
        <source>what if the word of the row, of the column were another</source>
        <translation>et si le mot de la ligne, de la colonne était un autre</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <source>paint attention by hand: drag along a row, Shift+drag takes it away; or + and −; Escape ends it</source>
        <translation>peindre l’attention à la main&#xa0;: glisser le long d’une ligne, Maj+glisser la retire&#x202f;; ou + et −&#x202f;; Échap y met fin</translation>
    </message>
    <message>
        <source>drag a bar of the softmax</source>
        <translation>glisser une barre du softmax</translation>
    </message>
    <message>
        <source>what if the marked word had more or less attention</source>
        <translation>et si le mot marqué recevait plus ou moins d’attention</translation>
    </message>
    <message>
        <source>drag a cell up, down</source>
        <translation>glisser une case vers le haut, le bas</translation>
    </message>
    <message>
        <source>what if the unit were held at another value</source>
        <translation>et si l’unité était maintenue à une autre valeur</translation>
    </message>
    <message>
        <source>what if another word had been chosen, one that is typed</source>
        <translation>et si un autre mot, tapé au clavier, avait été choisi</translation>
    </message>
    <message>
        <source>what if the marked unit were held at another value</source>
        <translation>et si l’unité marquée était maintenue à une autre valeur</translation>
    </message>
    <message>
        <source>What matters: list of units</source>
        <translation>Ce qui compte&#xa0;: liste des unités</translation>
    </message>
    <message>
        <source>to the unit below, above</source>
        <translation>à l’unité du dessous, du dessus</translation>
    </message>
    <message>
        <source>mark the unit in every view</source>
        <translation>marquer l’unité dans toutes les vues</translation>
    </message>
    <message>
        <source>Beam search</source>
        <translation>Recherche en faisceau</translation>
    </message>
    <message>
        <source>from hypothesis to hypothesis; the attention on the way to it</source>
        <translation>d’une hypothèse à l’autre&#x202f;; l’attention sur le chemin qui y mène</translation>
    </message>
    <message>
        <source>what if it went that way</source>
        <translation>et si l’on prenait ce chemin</translation>
    </message>
    <message>
        <source>open and close the laboratory</source>
        <translation>ouvrir et fermer le laboratoire</translation>
    </message>
    <message>
        <source>Laboratory: course of the learning</source>
        <translation>Laboratoire&#xa0;: cours de l’apprentissage</translation>
    </message>
    <message>
        <source>wheel, click, drag</source>
        <translation>molette, clic, glisser</translation>
    </message>
    <message>
        <source>show the models of the moment before, the next</source>
        <translation>montrer les modèles de l’instant précédent, du suivant</translation>
    </message>
    <message>
        <source>as they were at first; follow the latest</source>
        <translation>tels qu’ils étaient au début&#x202f;; suivre les derniers</translation>
    </message>
    <message>
        <source>the branch before, the next: what was tried in place of the original</source>
        <translation>la branche précédente, la suivante&#xa0;: ce qui a été essayé à la place de l’original</translation>
    </message>
    <message>
        <source>drop its file</source>
        <translation>déposer son fichier</translation>
    </message>
    <message>
        <source>open a session</source>
        <translation>ouvrir une session</translation>
    </message>
    <message>
        <source>save the session, under another name</source>
        <translation>enregistrer la session, sous un autre nom</translation>
    </message>
    <message>
        <source>pin what is in view, to compare other things with it</source>
        <translation>épingler ce qui est à l’écran, pour lui comparer autre chose</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>show the branch before, the next</source>
        <translation>montrer la branche précédente, la suivante</translation>
    </message>
    <message>
        <source>show the original, the last branch</source>
        <translation>montrer l’original, la dernière branche</translation>
    </message>
    <message>
        <source>rename the branch in view</source>
        <translation>renommer la branche montrée</translation>
    </message>
    <message>
        <source>delete it</source>
        <translation>la supprimer</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>to the first step, the last</source>
        <translation>à la première étape, à la dernière</translation>
    </message>
    <message>
        <source>right click, Whole words</source>
        <translation>clic droit, Mots entiers</translation>
    </message>
    <message>
        <source>the pieces of a word as one</source>
        <translation>les sous-mots d’un mot réunis</translation>
    </message>
    <message>
        <source>compare what is in view with another branch</source>
        <translation>comparer ce qui est à l’écran avec une autre branche</translation>
    </message>
    <message>
        <source>right click on another, Compare with</source>
        <translation>clic droit sur une autre, Comparer avec</translation>
    </message>
    <message>
        <source>show that branch beside the one in view</source>
        <translation>montrer cette branche à côté de celle qui est à l’écran</translation>
    </message>
</context>
<context>
    <name>app::KeysDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Clavier et souris</translation>
    </message>
    <message>
        <source>Search: a key, or what it does</source>
        <translation>Rechercher&#xa0;: une touche, ou ce qu’elle fait</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Rechercher parmi les touches</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Les touches et ce qu’elles font</translation>
    </message>
    <message>
        <source>No key or use of the mouse is described by “%1”.</source>
        <translation>Aucune touche ni aucun geste de la souris ne répond à «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>app::Laboratory</name>
    <message>
        <source>Laboratory: %1, attention</source>
        <translation>Laboratoire&#xa0;: %1, attention</translation>
    </message>
    <message>
        <source>Laboratory: %1, bottleneck</source>
        <translation>Laboratoire&#xa0;: %1, goulot</translation>
    </message>
</context>
<context>
    <name>app::LaboratoryPanel</name>
    <message>
        <source>Step</source>
        <translation>Un lot</translation>
    </message>
    <message>
        <source>Learn from one more batch of pairs.</source>
        <translation>Apprendre d’un lot de paires de plus.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>End the run; what was learned stays.</source>
        <translation>Mettre fin à l’apprentissage&#x202f;; ce qui a été appris reste.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Take the model or its course away.</source>
        <translation>Emporter le modèle ou ses courbes.</translation>
    </message>
    <message>
        <source>Save the &amp;model in view…</source>
        <translation>Enregistrer le &amp;modèle affiché…</translation>
    </message>
    <message>
        <source>Export &amp;curves and heatmaps…</source>
        <translation>Exporter les &amp;courbes et les cartes…</translation>
    </message>
    <message>
        <source>by pairs</source>
        <translation>par paires</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>par durée</translation>
    </message>
    <message>
        <source>What the curves run along</source>
        <translation>Ce le long de quoi vont les courbes</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>The first pairs are being invented…</source>
        <translation>Les premières paires sont en cours d’invention…</translation>
    </message>
    <message>
        <source>Choose what a small model is to learn, and press Start: its heatmap forms while you watch.</source>
        <translation>Choisissez ce qu’un petit modèle doit apprendre, puis Démarrer&#xa0;: sa carte d’alignement se forme sous vos yeux.</translation>
    </message>
    <message>
        <source>%1 of %2 pairs</source>
        <translation>%1 paires sur %2</translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation>%1 écoulées</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>encore %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>in view: after %1 pairs</source>
        <translation>à l’affiche&#xa0;: après %1 paires</translation>
    </message>
    <message>
        <source>Open pairs</source>
        <translation>Ouvrir des paires</translation>
    </message>
    <message>
        <source>Pairs, one per line: source, tab, target (*.tsv *.txt);;All files (*)</source>
        <translation>Paires, une par ligne&#xa0;: source, tabulation, cible (*.tsv *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>Enregistrer le modèle</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modèles (*.safetensors)</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>Export &amp;animation of the learning…</source>
        <translation>Exporter l’&amp;animation de l’apprentissage…</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>Exporter une animation</translation>
    </message>
    <message>
        <source>GIF (*.gif);;Animated WebP (*.webp);;Folder of PNG pictures (*)</source>
        <translation>GIF (*.gif);;WebP animé (*.webp);;Dossier d’images PNG (*)</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>apprentissage</translation>
    </message>
</context>
<context>
    <name>app::LengthPanel</name>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The graded sentences</source>
        <translation>Les phrases graduées</translation>
    </message>
    <message>
        <source>Back from your own pairs to the sentences of the program.</source>
        <translation>Revenir de vos propres paires aux phrases du programme.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>With attention: %1</source>
        <translation>Avec attention&#xa0;: %1</translation>
    </message>
    <message>
        <source>Without attention: %1</source>
        <translation>Sans attention&#xa0;: %1</translation>
    </message>
    <message>
        <source>chrF2 of %1. A click shows it in the picture.</source>
        <translation>chrF2 de %1. Un clic la montre dans l’image.</translation>
    </message>
    <message numerus="yes">
        <source>%n sentences, each translated by both models and compared with a translation by a human being. Drop a file of your own pairs here: sentence, tab, translation on each line.</source>
        <translation>
            <numerusform>%n phrase, traduite par les deux modèles et comparée à une traduction humaine. Déposez ici un fichier de vos propres paires&#xa0;: une phrase, une tabulation, sa traduction sur chaque ligne.</numerusform>
            <numerusform>%n phrases, chacune traduite par les deux modèles et comparée à une traduction humaine. Déposez ici un fichier de vos propres paires&#xa0;: une phrase, une tabulation, sa traduction sur chaque ligne.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LengthPlot</name>
    <message>
        <source>Quality by length</source>
        <translation>Qualité selon la longueur</translation>
    </message>
    <message>
        <source>words of the sentence</source>
        <translation>mots de la phrase</translation>
    </message>
    <message>
        <source>● attention</source>
        <translation>● avec attention</translation>
    </message>
    <message>
        <source>■ bottleneck</source>
        <translation>■ goulot d’étranglement</translation>
    </message>
    <message>
        <source>chrF2 (dashed: model card)</source>
        <translation>chrF2 (tirets&#xa0;: fiche des modèles)</translation>
    </message>
</context>
<context>
    <name>app::LessonFacts</name>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1 ← %2</source>
        <comment>a hidden state and the word that it is most about</comment>
        <translation>%1 ← %2</translation>
    </message>
</context>
<context>
    <name>app::LessonOffer</name>
    <message>
        <source>New here? A lesson of fifteen minutes tells with this window how attention works. It is always there in the Help menu.</source>
        <translation>Première visite&#x202f;? Une leçon d’un quart d’heure raconte, avec cette fenêtre, comment marche l’attention. Elle reste toujours dans le menu Aide.</translation>
    </message>
    <message>
        <source>&amp;Begin the lesson</source>
        <translation>&amp;Commencer la leçon</translation>
    </message>
    <message>
        <source>No, than&amp;ks</source>
        <translation>&amp;Non merci</translation>
    </message>
</context>
<context>
    <name>app::LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>Leçon</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Chapitre</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Options of the lesson</source>
        <translation>Options de la leçon</translation>
    </message>
    <message>
        <source>&amp;Teacher&apos;s mode: predict, then check</source>
        <translation>&amp;Mode enseignant&#xa0;: prédire, puis vérifier</translation>
    </message>
    <message>
        <source>&amp;Large text</source>
        <translation>&amp;Grands caractères</translation>
    </message>
    <message>
        <source>&amp;Save the chapter as PDF…</source>
        <translation>&amp;Enregistrer le chapitre en PDF…</translation>
    </message>
    <message>
        <source>&amp;Print the chapter…</source>
        <translation>&amp;Imprimer le chapitre…</translation>
    </message>
    <message>
        <source>L&amp;eave the lesson</source>
        <translation>&amp;Quitter la leçon</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Open the length laboratory</source>
        <translation>Ouvrir le laboratoire des longueurs</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>The page before (← while the text has the focus)</source>
        <translation>La page précédente (← quand le texte a le focus)</translation>
    </message>
    <message>
        <source>The next page (Space or → while the text has the focus)</source>
        <translation>La page suivante (Espace ou → quand le texte a le focus)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number and title of a chapter</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Done. Space goes on.</source>
        <translation>C’est fait. Espace pour continuer.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>page of a chapter</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Open the laboratory</source>
        <translation>Ouvrir le laboratoire</translation>
    </message>
</context>
<context>
    <name>app::LessonQuestion</name>
    <message>
        <source>Which word piece is read next?</source>
        <translation>Quel sous-mot est lu ensuite&#x202f;?</translation>
    </message>
    <message>
        <source>It is “%1”, piece %2 of %3.</source>
        <translation>C’est «&#xa0;%1&#xa0;», sous-mot %2 sur %3.</translation>
    </message>
    <message>
        <source>How much does the largest weight of the sum come to?</source>
        <translation>Combien vaut le plus grand poids de la somme&#x202f;?</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>moins de %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>plus de %1</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>Il vaut %1.</translation>
    </message>
    <message>
        <source>Which word piece will the decoder choose as number %1?</source>
        <translation>Quel sous-mot le décodeur choisira-t-il en position %1&#x202f;?</translation>
    </message>
    <message>
        <source>It is “%1”, with a probability of %2.</source>
        <translation>C’est «&#xa0;%1&#xa0;», avec une probabilité de %2.</translation>
    </message>
    <message>
        <source>Which annotation will fit the decoder&apos;s state best?</source>
        <translation>Quelle annotation s’accordera le mieux avec l’état du décodeur&#x202f;?</translation>
    </message>
    <message>
        <source>It is that of “%1”, with a score of %2.</source>
        <translation>C’est celle de «&#xa0;%1&#xa0;», avec un score de %2.</translation>
    </message>
    <message>
        <source>Which word will the decoder look at most to choose word piece %1?</source>
        <translation>Quel mot le décodeur regardera-t-il le plus pour choisir le sous-mot %1&#x202f;?</translation>
    </message>
    <message>
        <source>It looks most at “%1”: %2 of its attention.</source>
        <translation>Il regarde surtout «&#xa0;%1&#xa0;»&#xa0;: %2 de son attention.</translation>
    </message>
</context>
<context>
    <name>app::LessonQuestionBox</name>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;Révéler</translation>
    </message>
    <message>
        <source>Next &amp;question</source>
        <translation>&amp;Question suivante</translation>
    </message>
    <message>
        <source>Everything has been revealed. Go back in time to ask again.</source>
        <translation>Tout est révélé. Revenez en arrière dans le temps pour interroger à nouveau.</translation>
    </message>
    <message>
        <source>Right. %1</source>
        <translation>C’est juste. %1</translation>
    </message>
    <message>
        <source>Not so. %1</source>
        <translation>Eh non. %1</translation>
    </message>
</context>
<context>
    <name>app::LessonWing</name>
    <message>
        <source>Lesson</source>
        <translation>Leçon</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Leçon</translation>
    </message>
    <message>
        <source>Chapter of the lesson</source>
        <translation>Chapitre de la leçon</translation>
    </message>
    <message>
        <source>Save the chapter</source>
        <translation>Enregistrer le chapitre</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The chapter could not be printed.</source>
        <translation>Le chapitre n’a pas pu être imprimé.</translation>
    </message>
    <message>
        <source>Print chapter</source>
        <translation>Imprimer le chapitre</translation>
    </message>
</context>
<context>
    <name>app::LineSource</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>Open model</source>
        <translation>Ouvrir un modèle</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Ouvrir un fichier</translation>
    </message>
    <message>
        <source>Posterior attention</source>
        <translation>Attention a posteriori</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <source>Models (*.safetensors);;All files (*)</source>
        <translation>Modèles (*.safetensors);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Temps</translation>
    </message>
    <message>
        <source>Edit the &amp;source</source>
        <translation>&amp;Modifier la source</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Open model…</source>
        <translation>&amp;Ouvrir un modèle…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Rétablir la disposition</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>&amp;Présentation</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Appar&amp;ence</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claire</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;As the system</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>Réduire les &amp;mouvements</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>&amp;Clavier et souris</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>À &amp;propos</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Undo “what &amp;if”: %1</source>
        <translation>Annuler «&#xa0;et s&amp;i&#xa0;»&#xa0;: %1</translation>
    </message>
    <message>
        <source>Undo “what &amp;if”</source>
        <translation>Annuler «&#xa0;et s&amp;i&#xa0;»</translation>
    </message>
    <message>
        <source>R&amp;edo “what if”: %1</source>
        <translation>Rétab&amp;lir «&#xa0;et si&#xa0;»&#xa0;: %1</translation>
    </message>
    <message>
        <source>R&amp;edo “what if”</source>
        <translation>Rétab&amp;lir «&#xa0;et si&#xa0;»</translation>
    </message>
    <message>
        <source>Start &amp;over, as the model does by itself</source>
        <translation>Recommenc&amp;er, comme le modèle de lui-même</translation>
    </message>
    <message>
        <source>Export &amp;numbers…</source>
        <translation>Exporter les &amp;nombres…</translation>
    </message>
    <message>
        <source>Export ani&amp;mation…</source>
        <translation>Exporter une &amp;animation…</translation>
    </message>
    <message>
        <source>Length laboratory</source>
        <translation>Laboratoire des longueurs</translation>
    </message>
    <message>
        <source>&amp;Recent models</source>
        <translation>Modèles &amp;récents</translation>
    </message>
    <message>
        <source>window</source>
        <translation>fenêtre</translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation>&amp;Exporter une figure…</translation>
    </message>
    <message>
        <source>Export a picture of the &amp;window…</source>
        <translation>Exporter une image de la &amp;fenêtre…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>I&amp;mprimer…</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Contraste &amp;élevé</translation>
    </message>
    <message>
        <source>What was learned in the laboratory has not been saved. Close all the same?</source>
        <translation>Ce qui a été appris dans le laboratoire n’est pas enregistré. Fermer quand même&#x202f;?</translation>
    </message>
    <message>
        <source>La&amp;boratory</source>
        <translation>La&amp;boratoire</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>C&amp;omparer</translation>
    </message>
    <message>
        <source>With another &amp;model</source>
        <translation>Avec un autre &amp;modèle</translation>
    </message>
    <message>
        <source>With &amp;beam search</source>
        <translation>Avec la recherche en &amp;faisceau</translation>
    </message>
    <message>
        <source>With the &amp;original only</source>
        <translation>Avec l’&amp;original seulement</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>&amp;Branches</source>
        <translation>&amp;Branches</translation>
    </message>
    <message>
        <source>New s&amp;cene</source>
        <translation>Nouvelle s&amp;cène</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>Ouvrir une image</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Nouvelle scène</translation>
    </message>
    <message>
        <source>There is no model of captions to see it. File ▸ Open model opens one.</source>
        <translation>Il n’y a aucun modèle de légendes pour la voir. Fichier ▸ Ouvrir un modèle en ouvre un.</translation>
    </message>
    <message>
        <source>Pictures (%1);;All files (*)</source>
        <translation>Images (%1);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;Pin what is in view as the reference</source>
        <translation>É&amp;pingler ce qui est à l’écran comme référence</translation>
    </message>
</context>
<context>
    <name>app::MomentName</name>
    <message>
        <source>There is no source piece %1: the source has %2.</source>
        <translation>Il n’y a pas de sous-mot source %1&#xa0;: la source en a %2.</translation>
    </message>
    <message>
        <source>There is no step %1: the last is %2.</source>
        <translation>Il n’y a pas d’étape %1&#xa0;: la dernière est la %2.</translation>
    </message>
    <message>
        <source>This model has no stage “%1”.</source>
        <translation>Ce modèle n’a pas de phase «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>app::PagePanel</name>
    <message>
        <source>Sentences of the text</source>
        <translation>Phrases du texte</translation>
    </message>
    <message>
        <source>&amp;Whole text</source>
        <translation>Texte &amp;entier</translation>
    </message>
    <message>
        <source>Put the whole text back into the field.</source>
        <translation>Remettre le texte entier dans le champ.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fe&amp;rmer</translation>
    </message>
    <message>
        <source>Close the list of sentences (Escape).</source>
        <translation>Fermer la liste des phrases (Échap).</translation>
    </message>
    <message>
        <source>Translate the text sentence by sentence, and choose from a list which to watch.</source>
        <translation>Traduire le texte phrase par phrase, et choisir dans une liste celle à regarder.</translation>
    </message>
    <message numerus="yes">
        <source>Translate as %n &amp;sentences</source>
        <translation>
            <numerusform>Traduire comme %n &amp;phrase</numerusform>
            <numerusform>Traduire comme %n &amp;phrases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PictureFiles</name>
    <message>
        <source>“%1” is no picture that can be read.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une image lisible.</translation>
    </message>
</context>
<context>
    <name>app::Printing</name>
    <message>
        <source>Print figure</source>
        <translation>Imprimer la figure</translation>
    </message>
    <message>
        <source>The figure could not be printed.</source>
        <translation>La figure n’a pas pu être imprimée.</translation>
    </message>
</context>
<context>
    <name>app::RecentModels</name>
    <message>
        <source>%1 in %2</source>
        <comment>a file and its folder</comment>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>No model has been opened from a file yet.</source>
        <translation>Aucun modèle n’a encore été ouvert depuis un fichier.</translation>
    </message>
</context>
<context>
    <name>app::RecoveryBar</name>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Reopen what was not saved</source>
        <translation>Rouvrir ce qui n’a pas été enregistré</translation>
    </message>
    <message>
        <source>Discard what was not saved</source>
        <translation>Abandonner ce qui n’a pas été enregistré</translation>
    </message>
    <message>
        <source>What you worked on last was not saved.</source>
        <translation>Votre dernier travail n’a pas été enregistré.</translation>
    </message>
</context>
<context>
    <name>app::Reference</name>
    <message>
        <source>beam search, width %1</source>
        <translation>recherche en faisceau, largeur %1</translation>
    </message>
    <message>
        <source>the branch %1</source>
        <translation>la branche %1</translation>
    </message>
</context>
<context>
    <name>app::SceneBar</name>
    <message>
        <source>&amp;New scene</source>
        <translation>&amp;Nouvelle scène</translation>
    </message>
    <message>
        <source>Open pict&amp;ure…</source>
        <translation>Ouvrir &amp;une image…</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>Une image</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Pas encore d’image</translation>
    </message>
</context>
<context>
    <name>app::Session</name>
    <message>
        <source>%1 · %2 → %3</source>
        <translation>%1 · %2 → %3</translation>
    </message>
    <message>
        <source>“%1” is no text in UTF-8.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un texte en UTF-8.</translation>
    </message>
    <message>
        <source>“%1” is longer than a source can be.</source>
        <translation>«&#xa0;%1&#xa0;» est plus long qu’une source ne peut l’être.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>the built-in model %1</source>
        <translation>le modèle intégré %1</translation>
    </message>
    <message>
        <source>%1 · task “%2”</source>
        <translation>%1 · tâche «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a file, what it is for</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a model, its language</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
</context>
<context>
    <name>app::SessionDocument</name>
    <message>
        <source>The session “%1” cannot be saved: %2.</source>
        <translation>La session «&#xa0;%1&#xa0;» ne peut pas être enregistrée&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Open sess&amp;ion…</source>
        <translation>Ouvr&amp;ir une session…</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>Enregistrer la &amp;session</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Enregistrer la session so&amp;us…</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Enregistrer la session</translation>
    </message>
    <message>
        <source>%1[*] — %2</source>
        <translation>%1[*] — %2</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <source>Sessions (*.attention);;All files (*)</source>
        <translation>Sessions (*.attention);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The model %1 is another than the one that this session was saved with, so that the numbers are others.</source>
        <translation>Le modèle %1 n’est pas celui avec lequel cette session a été enregistrée, si bien que les nombres sont autres.</translation>
    </message>
    <message>
        <source>Sessions (*.attention)</source>
        <translation>Sessions (*.attention)</translation>
    </message>
    <message>
        <source>session</source>
        <translation>session</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <source>What you decided is not saved. Save it as a session?</source>
        <translation>Ce que vous avez décidé n’est pas enregistré. L’enregistrer comme session&#x202f;?</translation>
    </message>
    <message>
        <source>The session “%1” has changes that are not saved. Save them?</source>
        <translation>La session «&#xa0;%1&#xa0;» a des changements qui ne sont pas enregistrés. Les enregistrer&#x202f;?</translation>
    </message>
</context>
<context>
    <name>app::SessionFile</name>
    <message>
        <source>The session “%1” cannot be opened: %2.</source>
        <translation>La session «&#xa0;%1&#xa0;» ne peut pas être ouverte&#xa0;: %2.</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>elle ne peut pas être lue</translation>
    </message>
    <message>
        <source>it is larger than a session can be</source>
        <translation>elle est plus grande qu’une session ne peut l’être</translation>
    </message>
    <message>
        <source>The session “%1” cannot be saved: %2.</source>
        <translation>La session «&#xa0;%1&#xa0;» ne peut pas être enregistrée&#xa0;: %2.</translation>
    </message>
    <message>
        <source>In the session “%1”: %2</source>
        <translation>Dans la session «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>app::SessionStore</name>
    <message>
        <source>The model %1, with which this session compares, is another than the one that it was saved with.</source>
        <translation>Le modèle %1, auquel cette session compare, n’est pas celui avec lequel elle a été enregistrée.</translation>
    </message>
    <message>
        <source>What was compared with is missing: %1</source>
        <translation>Ce qui servait de comparaison manque&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>app::SetupForm</name>
    <message>
        <source>&amp;Task:</source>
        <translation>&amp;Tâche&#xa0;:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Fichier&#xa0;:</translation>
    </message>
    <message>
        <source>Lines of source, tab, target, in UTF-8.</source>
        <translation>Des lignes source, tabulation, cible, en UTF-8.</translation>
    </message>
    <message>
        <source>With and without attention, side by side: they learn from the same pairs, by turns.</source>
        <translation>Avec et sans attention, côte à côte&#xa0;: ils apprennent tour à tour des mêmes paires.</translation>
    </message>
    <message>
        <source>Pairs:</source>
        <translation>Paires&#xa0;:</translation>
    </message>
    <message>
        <source>How many pairs are learned from. The learning rate falls towards the last.</source>
        <translation>Le nombre de paires dont il apprend. Le taux d’apprentissage diminue jusqu’à la dernière.</translation>
    </message>
    <message>
        <source>Learning rate:</source>
        <translation>Taux d’apprentissage&#xa0;:</translation>
    </message>
    <message>
        <source>The highest of the run.</source>
        <translation>Le plus haut de tout l’apprentissage.</translation>
    </message>
    <message>
        <source>Guidance:</source>
        <translation>Guidage&#xa0;:</translation>
    </message>
    <message>
        <source>The attention is told which letters a letter comes from. Without it, attention finds its way by itself.</source>
        <translation>On dit à l’attention de quelles lettres vient chaque lettre. Sans guidage, elle trouve seule son chemin.</translation>
    </message>
    <message>
        <source>Seed:</source>
        <translation>Graine&#xa0;:</translation>
    </message>
    <message>
        <source>The same seed gives the same run, to the last bit.</source>
        <translation>La même graine donne le même apprentissage, au bit près.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Attention:</source>
        <translation>Attention&#xa0;:</translation>
    </message>
    <message>
        <source>Weights:</source>
        <translation>Poids&#xa0;:</translation>
    </message>
    <message>
        <source>How many numbers each model is made of, about.</source>
        <translation>Combien de nombres chaque modèle contient environ.</translation>
    </message>
    <message>
        <source>with and without</source>
        <translation>avec et sans</translation>
    </message>
    <message>
        <source>with</source>
        <translation>avec</translation>
    </message>
    <message>
        <source>without</source>
        <translation>sans</translation>
    </message>
    <message>
        <source>30,000</source>
        <translation>30&#x202f;000</translation>
    </message>
    <message>
        <source>100,000</source>
        <translation>100&#x202f;000</translation>
    </message>
    <message>
        <source>350,000</source>
        <translation>350&#x202f;000</translation>
    </message>
    <message>
        <source>of the attention</source>
        <translation>de l’attention</translation>
    </message>
</context>
<context>
    <name>app::StyleBox</name>
    <message>
        <source>S&amp;ave…</source>
        <translation>En&amp;registrer…</translation>
    </message>
    <message>
        <source>Save the style</source>
        <translation>Enregistrer le style</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>Ou&amp;blier</translation>
    </message>
    <message>
        <source>Forget the style</source>
        <translation>Oublier le style</translation>
    </message>
    <message>
        <source>S&amp;tyle:</source>
        <translation>St&amp;yle&#xa0;:</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>comme d’habitude</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Wi&amp;dth:</source>
        <translation>&amp;Largeur&#xa0;:</translation>
    </message>
    <message>
        <source>Fo&amp;nt size:</source>
        <translation>&amp;Taille du texte&#xa0;:</translation>
    </message>
    <message>
        <source>Side &amp;by side:</source>
        <translation>Par li&amp;gne&#xa0;:</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Transparent</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>W&amp;ords instead of pieces</source>
        <translation>M&amp;ots au lieu de sous-mots</translation>
    </message>
    <message>
        <source>Sentence and t&amp;ranslation above</source>
        <translation>Phrase et traductio&amp;n au-dessus</translation>
    </message>
    <message>
        <source>Co&amp;lour bar</source>
        <translation>Éc&amp;helle de couleurs</translation>
    </message>
    <message>
        <source>Gro&amp;und:</source>
        <translation>Fon&amp;d&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>Couleur&amp;s&#xa0;:</translation>
    </message>
    <message>
        <source>As set below</source>
        <translation>Comme réglé ci-dessous</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom&#xa0;:</translation>
    </message>
</context>
<context>
    <name>app::Task</name>
    <message>
        <source>numbers</source>
        <translation>nombres</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>chiffres</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>dates</translation>
    </message>
    <message>
        <source>backwards</source>
        <translation>à l’envers</translation>
    </message>
    <message>
        <source>second letters</source>
        <translation>une lettre sur deux</translation>
    </message>
    <message>
        <source>sorted letters</source>
        <translation>lettres triées</translation>
    </message>
    <message>
        <source>Pairs of a file…</source>
        <translation>Paires d’un fichier…</translation>
    </message>
    <message>
        <source>own pairs</source>
        <translation>vos paires</translation>
    </message>
    <message>
        <source>Number → digits</source>
        <translation>Nombre → chiffres</translation>
    </message>
    <message>
        <source>Digits → number</source>
        <translation>Chiffres → nombre</translation>
    </message>
    <message>
        <source>Date → digits</source>
        <translation>Date → chiffres</translation>
    </message>
    <message>
        <source>Word backwards</source>
        <translation>Mot à l’envers</translation>
    </message>
    <message>
        <source>Every second letter</source>
        <translation>Une lettre sur deux</translation>
    </message>
    <message>
        <source>Letters in order</source>
        <translation>Lettres triées</translation>
    </message>
</context>
<context>
    <name>app::UseText</name>
    <message>
        <source>Type or paste a text to sum up (%1)</source>
        <comment>the code of a language</comment>
        <translation>Tapez ou collez un texte à résumer (%1)</translation>
    </message>
    <message>
        <source>Say something to be replied to (%1)</source>
        <comment>the code of a language</comment>
        <translation>Dites quelque chose pour avoir une réponse (%1)</translation>
    </message>
    <message>
        <source>Type what the task “%1” reads</source>
        <translation>Tapez ce que lit la tâche «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Type a French sentence</source>
        <translation>Tapez une phrase en français</translation>
    </message>
    <message>
        <source>Type a sentence</source>
        <translation>Tapez une phrase</translation>
    </message>
    <message>
        <source>Type a sentence (%1)</source>
        <comment>the code of a language</comment>
        <translation>Tapez une phrase (%1)</translation>
    </message>
    <message>
        <source>Type or paste above a text to sum up, or choose one of the examples.</source>
        <translation>Tapez ou collez ci-dessus un texte à résumer, ou choisissez un des exemples.</translation>
    </message>
    <message>
        <source>Say something above, or choose one of the examples.</source>
        <translation>Dites quelque chose ci-dessus, ou choisissez un des exemples.</translation>
    </message>
    <message>
        <source>Draw a scene, or open a picture.</source>
        <translation>Dessinez une scène, ou ouvrez une image.</translation>
    </message>
    <message>
        <source>Type a French sentence above, or choose one of the examples.</source>
        <translation>Tapez ci-dessus une phrase en français, ou choisissez un des exemples.</translation>
    </message>
    <message>
        <source>Type above what this model reads.</source>
        <translation>Tapez ci-dessus ce que lit ce modèle.</translation>
    </message>
    <message>
        <source>summing up…</source>
        <translation>résumé en cours…</translation>
    </message>
    <message>
        <source>replying…</source>
        <translation>réponse en cours…</translation>
    </message>
    <message>
        <source>describing…</source>
        <translation>description en cours…</translation>
    </message>
    <message>
        <source>translating…</source>
        <translation>traduction en cours…</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>word order</source>
        <translation>ordre des mots</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>négation</translation>
    </message>
    <message>
        <source>pronouns</source>
        <translation>pronoms</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>accords</translation>
    </message>
    <message>
        <source>a long sentence</source>
        <translation>une phrase longue</translation>
    </message>
    <message>
        <source>rare words and names</source>
        <translation>mots rares et noms propres</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>programmes</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>bibliothèques</translation>
    </message>
    <message>
        <source>games</source>
        <translation>jeux</translation>
    </message>
    <message>
        <source>a long text</source>
        <translation>un long texte</translation>
    </message>
    <message>
        <source>small talk</source>
        <translation>de tout et de rien</translation>
    </message>
    <message>
        <source>films, music, sport</source>
        <translation>films, musique, sport</translation>
    </message>
    <message>
        <source>asking for something</source>
        <translation>demander quelque chose</translation>
    </message>
    <message>
        <source>with the turn before</source>
        <translation>avec la réplique d’avant</translation>
    </message>
    <message>
        <source>one shape</source>
        <translation>une forme</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>côte à côte</translation>
    </message>
    <message>
        <source>one above the other</source>
        <translation>l’une au-dessus de l’autre</translation>
    </message>
    <message>
        <source>one in front of the other</source>
        <translation>l’une devant l’autre</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The text could not be written to the standard output.</source>
        <translation>Le texte n’a pas pu être écrit sur la sortie standard.</translation>
    </message>
    <message>
        <source>There is no display to open a window on; --export works without one.</source>
        <translation>Il n’y a pas d’écran où ouvrir une fenêtre&#x202f;; --export s’en passe.</translation>
    </message>
    <message>
        <source>Attention Visualizer</source>
        <translation>Visualiseur d’attention</translation>
    </message>
    <message>
        <source>%1 Try attention-visualizer --help.</source>
        <translation>%1 Essayez attention-visualizer --help.</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>Got the piece %1 as the next word, expected 0 to %2.</source>
        <translation>Reçu le sous-mot %1 comme mot suivant&#x202f;; attendu&#xa0;: de 0 à %2.</translation>
    </message>
    <message>
        <source>The model computed a probability that is not a number; its weights are out of range.</source>
        <translation>Le modèle a calculé une probabilité qui n’est pas un nombre&#x202f;; ses poids sont hors limites.</translation>
    </message>
    <message>
        <source>The encoder was given the piece %1, expected one below %2.</source>
        <translation>L’encodeur a reçu le sous-mot %1&#x202f;; un numéro inférieur à %2 est attendu.</translation>
    </message>
    <message>
        <source>A model without attention has no posterior attention.</source>
        <translation>Un modèle sans attention n’a pas d’attention a posteriori.</translation>
    </message>
    <message>
        <source>The posterior of a step with %1 weights was asked for, expected %2.</source>
        <translation>L’attention a posteriori d’une étape à %1 poids a été demandée&#x202f;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Got a beam of %1 hypotheses, expected 1 to %2.</source>
        <translation>Reçu un faisceau de %1 hypothèses&#x202f;; attendu&#xa0;: de 1 à %2.</translation>
    </message>
    <message>
        <source>Got %1 pieces to draw one from, expected at most %2.</source>
        <translation>Reçu %1&#xa0;sous-mots parmi lesquels tirer&#x202f;; attendu&#xa0;: au plus %2.</translation>
    </message>
    <message>
        <source>A translation was to go on after %1 steps, expected 0 to %2.</source>
        <translation>Une traduction devait reprendre après %1 étapes&#x202f;; attendu&#xa0;: de 0 à %2.</translation>
    </message>
    <message>
        <source>The system has no room for what the program needs: fewer threads or a smaller input may do.</source>
        <translation>Le système n’a pas la place qu’il faut au programme&#xa0;: moins de fils d’exécution ou une entrée plus petite peuvent suffire.</translation>
    </message>
    <message>
        <source>The system refused something that the program needs (%1).</source>
        <translation>Le système a refusé quelque chose dont le programme a besoin (%1).</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Something unknown went wrong.</source>
        <translation>Une erreur inconnue s’est produite.</translation>
    </message>
    <message>
        <source>oneDNN could not multiply matrices of %1 × %2 × %3 numbers: its status is %4, 0 is expected.</source>
        <translation>oneDNN n’a pas pu multiplier des matrices de %1 × %2 × %3 nombres&#xa0;: son état est %4&#x202f;; 0 est attendu.</translation>
    </message>
    <message>
        <source>not in the file, expected in every model of this kind</source>
        <translation>absent du fichier, attendu dans tout modèle de ce genre</translation>
    </message>
    <message>
        <source>the shape is %1, expected one size from 1 to %2</source>
        <translation>la forme est %1&#x202f;; une seule dimension, de 1 à %2, est attendue</translation>
    </message>
    <message>
        <source>the shape is %1, expected two sizes from 1 to %2</source>
        <translation>la forme est %1&#x202f;; deux dimensions, de 1 à %2, sont attendues</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 ou %2</translation>
    </message>
    <message>
        <source>the shape is %1, expected %2, the query being of the state, or %3, of the piece before, too</source>
        <translation>la forme est %1&#x202f;; attendu&#xa0;: %2, si la requête vient de l’état, ou %3, si elle vient aussi du sous-mot précédent</translation>
    </message>
    <message>
        <source>the decoder has %1 units, expected %2, as an annotation, for the score &quot;dot&quot;</source>
        <translation>le décodeur a %1&#xa0;unités&#x202f;; attendu&#xa0;: %2, comme une annotation, pour le score «&#xa0;dot&#xa0;»</translation>
    </message>
    <message>
        <source>the shape is %1, expected %2 beside the other tensors</source>
        <translation>la forme est %1&#x202f;; attendu, d’après les autres tenseurs&#xa0;: %2</translation>
    </message>
    <message>
        <source>the dtype is %1, expected U8</source>
        <translation>le dtype est %1&#x202f;; attendu&#xa0;: U8</translation>
    </message>
    <message>
        <source>got %1 rows, expected %2, one for each piece of %3</source>
        <translation>reçu %1 lignes&#x202f;; attendu&#xa0;: %2, une par sous-mot de %3</translation>
    </message>
    <message>
        <source>value %1 is %2, expected at most 65504 for F16</source>
        <translation>la valeur %1 est %2&#x202f;; attendu&#xa0;: au plus 65504 pour F16</translation>
    </message>
    <message>
        <source>has a zero byte (byte %1), as UTF-16 text has, UTF-8 is expected</source>
        <translation>contient un octet nul (octet %1), comme un texte en UTF-16&#x202f;; de l’UTF-8 est attendu</translation>
    </message>
    <message>
        <source>is not valid UTF-8 (byte %1 is %2)</source>
        <translation>n’est pas de l’UTF-8 valide (l’octet %1 vaut %2)</translation>
    </message>
    <message>
        <source>%1 bytes that are not a SentencePiece model, expected one</source>
        <translation>%1&#xa0;octets qui ne forment pas le modèle SentencePiece attendu</translation>
    </message>
    <message>
        <source>a SentencePiece model with tests of itself, expected none</source>
        <translation>un modèle SentencePiece qui contient ses propres tests&#x202f;; aucun n’est attendu</translation>
    </message>
    <message>
        <source>a SentencePiece model that changes characters by a table of %1 bytes, expected one that changes none</source>
        <translation>un modèle SentencePiece qui change des caractères par une table de %1&#xa0;octets&#x202f;; il ne devrait en changer aucun</translation>
    </message>
    <message>
        <source>a SentencePiece model with a user-defined piece, expected none</source>
        <translation>un modèle SentencePiece avec un sous-mot défini par l’utilisateur&#x202f;; aucun n’est attendu</translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation>Le travail a été interrompu.</translation>
    </message>
    <message>
        <source>A tokenizer of %1 pieces was asked to decode the piece %2.</source>
        <translation>Il a été demandé à un segmenteur de %1&#xa0;sous-mots de décoder le sous-mot %2.</translation>
    </message>
    <message>
        <source>The sentence could not be split into pieces.</source>
        <translation>La phrase n’a pas pu être segmentée en sous-mots.</translation>
    </message>
    <message>
        <source>The text could not be split into pieces.</source>
        <translation>Le texte n’a pas pu être segmenté en sous-mots.</translation>
    </message>
    <message>
        <source>A tokenizer of %1 bytes cannot be read.</source>
        <translation>Un segmenteur de %1&#xa0;octets ne peut pas être lu.</translation>
    </message>
    <message>
        <source>A tokenizer of %1 pieces cannot be used.</source>
        <translation>Un segmenteur de %1&#xa0;sous-mots ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>A piece of %1 bytes of a tokenizer cannot be read.</source>
        <translation>Un sous-mot de %1&#xa0;octets d’un segmenteur ne peut pas être lu.</translation>
    </message>
    <message>
        <source>There is nothing to learn an alignment from: got no sentence pair of 1 to %1 words a side.</source>
        <translation>Il n’y a rien d’où apprendre un alignement&#xa0;: aucune paire de phrases de 1 à %1 mots de chaque côté.</translation>
    </message>
    <message>
        <source>has 1 column, expected 3: source tokens, target tokens and links, a tab between</source>
        <translation>a 1 colonne&#x202f;; attendu&#xa0;: 3, les jetons source, les jetons cible et les liens, séparés par des tabulations</translation>
    </message>
    <message>
        <source>has %1 columns, expected 3: source tokens, target tokens and links, a tab between</source>
        <translation>a %1 colonnes&#x202f;; attendu&#xa0;: 3, les jetons source, les jetons cible et les liens, séparés par des tabulations</translation>
    </message>
    <message>
        <source>has no token in column %1</source>
        <translation>n’a pas de jeton dans la colonne %1</translation>
    </message>
    <message>
        <source>has the link &apos;%1&apos;, expected i-j or ipj</source>
        <translation>a le lien «&#xa0;%1&#xa0;»&#x202f;; attendu&#xa0;: i-j ou ipj</translation>
    </message>
    <message>
        <source>has the link &apos;%1&apos;, expected 0 to %2 and 0 to %3</source>
        <translation>a le lien «&#xa0;%1&#xa0;»&#x202f;; attendu&#xa0;: de 0 à %2 et de 0 à %3</translation>
    </message>
    <message>
        <source>Got links for %1 sentence pairs, expected %2.</source>
        <translation>Reçu des liens pour %1 paires de phrases&#x202f;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The alignment of a model without attention cannot be measured.</source>
        <translation>L’alignement d’un modèle sans attention ne peut pas être mesuré.</translation>
    </message>
    <message>
        <source>Got %1 translations, expected %2, one of each sentence.</source>
        <translation>Reçu %1 traductions&#x202f;; attendu&#xa0;: %2, une par phrase.</translation>
    </message>
    <message>
        <source>Got %1 translations of %2 sentences, expected one of each.</source>
        <translation>Reçu %1 traductions de %2 phrases&#x202f;; une par phrase est attendue.</translation>
    </message>
    <message>
        <source>Got %1 translations to score, expected %2, one for each set of references.</source>
        <translation>Reçu %1 traductions à noter&#x202f;; attendu&#xa0;: %2, une par jeu de références.</translation>
    </message>
    <message>
        <source>Sentence %1 has no reference, expected one or more.</source>
        <translation>La phrase %1 n’a pas de référence&#x202f;; au moins une est attendue.</translation>
    </message>
    <message>
        <source>Products of bfloat16 numbers are made by oneDNN, which this program was built without.</source>
        <translation>Les produits de nombres bfloat16 sont faits par oneDNN, sans lequel ce programme a été compilé.</translation>
    </message>
    <message>
        <source>The environment variable ATTENTION_CPU is &apos;%1&apos;, expected %2.</source>
        <translation>La variable d’environnement ATTENTION_CPU vaut «&#xa0;%1&#xa0;»&#x202f;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The environment variable ATTENTION_CPU is &apos;%1&apos;, which this processor does not support, expected %2.</source>
        <translation>La variable d’environnement ATTENTION_CPU vaut «&#xa0;%1&#xa0;», que ce processeur ne permet pas&#x202f;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>got no &quot;%1&quot;, expected &quot;dtype&quot;, &quot;shape&quot; and &quot;data_offsets&quot;</source>
        <translation>il manque «&#xa0;%1&#xa0;»&#x202f;; attendu&#xa0;: «&#xa0;dtype&#xa0;», «&#xa0;shape&#xa0;» et «&#xa0;data_offsets&#xa0;»</translation>
    </message>
    <message>
        <source>the %1 is %2, expected an array of whole numbers from 0</source>
        <translation>«&#xa0;%1&#xa0;» vaut %2&#x202f;; un tableau d’entiers à partir de 0 est attendu</translation>
    </message>
    <message>
        <source>the description is %1, expected a JSON object</source>
        <translation>la description est %1&#x202f;; un objet JSON est attendu</translation>
    </message>
    <message>
        <source>the data_offsets are %1, expected a begin and an end not before it</source>
        <translation>les data_offsets sont %1&#x202f;; un début et une fin qui ne le précède pas sont attendus</translation>
    </message>
    <message>
        <source>the values end at byte %1, but only %2 bytes follow the header: the file is truncated or corrupt</source>
        <translation>les valeurs finissent à l’octet %1, mais l’en-tête n’est suivi que de %2&#xa0;octets&#xa0;: le fichier est tronqué ou corrompu</translation>
    </message>
    <message>
        <source>got %1 bytes, expected %2 for %3 %4</source>
        <translation>reçu %1&#xa0;octets&#x202f;; attendu&#xa0;: %2 pour %3 %4</translation>
    </message>
    <message>
        <source>got %1 bytes, expected more than can be counted for %2 %3</source>
        <translation>reçu %1&#xa0;octets&#x202f;; attendu&#xa0;: plus qu’on ne peut en compter pour %2 %3</translation>
    </message>
    <message>
        <source>the values begin at byte %1, expected %2 (they overlap those of another tensor)</source>
        <translation>les valeurs commencent à l’octet %1&#x202f;; attendu&#xa0;: %2 (elles empiètent sur celles d’un autre tenseur)</translation>
    </message>
    <message>
        <source>the values begin at byte %1, expected %2 (the bytes before are nobody&apos;s)</source>
        <translation>les valeurs commencent à l’octet %1&#x202f;; attendu&#xa0;: %2 (les octets qui précèdent ne sont à aucun tenseur)</translation>
    </message>
    <message>
        <source>value %1 is NaN, expected finite numbers</source>
        <translation>la valeur %1 est NaN&#x202f;; des nombres finis sont attendus</translation>
    </message>
    <message>
        <source>value %1 is infinite, expected finite numbers</source>
        <translation>la valeur %1 est infinie&#x202f;; des nombres finis sont attendus</translation>
    </message>
    <message>
        <source>got %1 values, expected %2</source>
        <translation>reçu %1 valeurs&#x202f;; attendu&#xa0;: %2</translation>
    </message>
    <message>
        <source>tensor %1: got %2 bytes to write, expected %3 for %4 %5</source>
        <translation>tenseur %1&#xa0;: reçu %2&#xa0;octets à écrire&#x202f;; attendu&#xa0;: %3 pour %4 %5</translation>
    </message>
    <message>
        <source>tensor %1 is to be written twice</source>
        <translation>le tenseur %1 devrait être écrit deux fois</translation>
    </message>
    <message>
        <source>cannot be read (%1)</source>
        <translation>ne peut pas être lu (%1)</translation>
    </message>
    <message>
        <source>got a folder, expected a file</source>
        <translation>reçu un dossier&#x202f;; un fichier est attendu</translation>
    </message>
    <message>
        <source>got a device or a pipe, expected a file</source>
        <translation>reçu un périphérique ou un tube&#x202f;; un fichier est attendu</translation>
    </message>
    <message>
        <source>got %1 bytes, expected at most %2</source>
        <translation>reçu %1&#xa0;octets&#x202f;; attendu&#xa0;: au plus %2</translation>
    </message>
    <message>
        <source>cannot be written (%1)</source>
        <translation>ne peut pas être écrit (%1)</translation>
    </message>
    <message>
        <source>Models to be averaged must be alike, but number %1 has another architecture or other sizes than the first.</source>
        <translation>Les modèles dont on fait la moyenne doivent être semblables, mais le numéro %1 n’a pas l’architecture ou les dimensions du premier.</translation>
    </message>
    <message>
        <source>Models to be averaged must be alike, but number %1 has other vocabularies than the first.</source>
        <translation>Les modèles dont on fait la moyenne doivent être semblables, mais le numéro %1 n’a pas les vocabulaires du premier.</translation>
    </message>
    <message>
        <source>There are no models to be averaged, expected one or more.</source>
        <translation>Il n’y a pas de modèles dont faire la moyenne&#x202f;; au moins un est attendu.</translation>
    </message>
    <message>
        <source>has 1 column, at least 2 separated by a tab are expected</source>
        <translation>a 1 colonne&#x202f;; au moins 2, séparées par une tabulation, sont attendues</translation>
    </message>
    <message>
        <source>has nothing in column %1</source>
        <translation>n’a rien dans la colonne %1</translation>
    </message>
    <message>
        <source>There is no teacher to expect anything.</source>
        <translation>Il n’y a pas d’enseignant pour attendre quoi que ce soit.</translation>
    </message>
    <message>
        <source>The teachers have different vocabularies, expected the same.</source>
        <translation>Les enseignants ont des vocabulaires différents&#x202f;; le même est attendu.</translation>
    </message>
    <message>
        <source>A model whose score is %1 cannot be trained, expected additive.</source>
        <translation>Un modèle dont le score est %1 ne peut pas être entraîné&#x202f;; attendu&#xa0;: additive.</translation>
    </message>
    <message>
        <source>Got no sentence pair to learn from, expected some of at most %1 pieces a side.</source>
        <translation>Aucune paire de phrases d’où apprendre&#x202f;; il en faut d’au plus %1&#xa0;sous-mots de chaque côté.</translation>
    </message>
    <message>
        <source>Training diverged: the loss of update %1 or its gradient is not finite; a smaller learning rate is needed.</source>
        <translation>L’entraînement a divergé&#xa0;: la perte de la mise à jour %1 ou son gradient n’est pas fini&#x202f;; il faut un taux d’apprentissage plus petit.</translation>
    </message>
    <message>
        <source>The sentence is too long to translate: it has %1 bytes, and at most %2 are read.</source>
        <translation>La phrase est trop longue pour être traduite&#xa0;: elle a %1&#xa0;octets, et %2 au plus sont lus.</translation>
    </message>
    <message>
        <source>There is nothing to translate: the sentence is empty.</source>
        <translation>Il n’y a rien à traduire&#xa0;: la phrase est vide.</translation>
    </message>
    <message>
        <source>The sentence is too long to translate: it has %1 word pieces, and at most %2 are read.</source>
        <translation>La phrase est trop longue pour être traduite&#xa0;: elle a %1&#xa0;sous-mots, et %2 au plus sont lus.</translation>
    </message>
    <message>
        <source>There is nothing to translate: the sentence has no pieces.</source>
        <translation>Il n’y a rien à traduire&#xa0;: la phrase n’a pas de sous-mots.</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>il est en lecture seule</translation>
    </message>
    <message>
        <source>tensor %1: %2.</source>
        <translation>tenseur %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>the __metadata__ %1 is %2, expected %3.</source>
        <translation>la valeur %1 de __metadata__ est %2&#x202f;; attendu&#xa0;: %3.</translation>
    </message>
    <message>
        <source>the format is %1, expected %2.</source>
        <translation>le format est %1&#x202f;; attendu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1: got %2.</source>
        <translation>%1&#xa0;: reçu %2.</translation>
    </message>
    <message>
        <source>something else is writing it now</source>
        <translation>autre chose l’écrit en ce moment</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 n’est pas un fichier</translation>
    </message>
    <message>
        <source>%1: got %2 bytes that are not a SentencePiece model, expected one.</source>
        <translation>%1&#xa0;: reçu %2&#xa0;octets qui ne forment pas le modèle SentencePiece attendu.</translation>
    </message>
    <message>
        <source>%1: the %2 piece has the id %3, expected %4.</source>
        <translation>%1&#xa0;: le jeton «&#xa0;%2&#xa0;» a le numéro %3&#x202f;; attendu&#xa0;: %4.</translation>
    </message>
    <message>
        <source>The alignments %1 cannot be opened for reading.</source>
        <translation>Les alignements %1 ne peuvent pas être ouverts en lecture.</translation>
    </message>
    <message>
        <source>The alignments %1 could not be read to their end.</source>
        <translation>Les alignements %1 n’ont pas pu être lus jusqu’au bout.</translation>
    </message>
    <message>
        <source>The alignments %1 hold no sentence pair.</source>
        <translation>Les alignements %1 ne contiennent aucune paire de phrases.</translation>
    </message>
    <message>
        <source>The translation is too long to be made: it has %1 word pieces, and at most %2 are.</source>
        <translation>La traduction est trop longue pour être faite&#xa0;: elle a %1&#xa0;sous-mots, et %2 au plus sont faits.</translation>
    </message>
    <message>
        <source>The pair %1 cannot be aligned. %2</source>
        <translation>La paire %1 ne peut pas être alignée. %2</translation>
    </message>
    <message>
        <source>the header of %1 bytes is not JSON, expected an object of tensors.</source>
        <translation>l’en-tête de %1&#xa0;octets n’est pas du JSON&#x202f;; un objet de tenseurs est attendu.</translation>
    </message>
    <message>
        <source>the header is %1, expected a JSON object of tensors.</source>
        <translation>l’en-tête est %1&#x202f;; un objet JSON de tenseurs est attendu.</translation>
    </message>
    <message>
        <source>the __metadata__ is %1, expected a JSON object of strings.</source>
        <translation>__metadata__ vaut %1&#x202f;; un objet JSON de chaînes est attendu.</translation>
    </message>
    <message>
        <source>the __metadata__ %1 is %2, expected a string.</source>
        <translation>la valeur %1 de __metadata__ est %2&#x202f;; une chaîne est attendue.</translation>
    </message>
    <message>
        <source>got %1 bytes after the header, expected the %2 of its tensors.</source>
        <translation>reçu %1&#xa0;octets après l’en-tête&#x202f;; attendu&#xa0;: les %2 de ses tenseurs.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>the header names %1 twice, expected every name once.</source>
        <translation>l’en-tête nomme %1 deux fois&#x202f;; chaque nom est attendu une fois.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>its %1 is &quot;%2&quot;, &quot;%3&quot; is expected</source>
        <translation>sa valeur de %1 est «&#xa0;%2&#xa0;»&#x202f;; attendu&#xa0;: «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; is missing</source>
        <translation>le tenseur «&#xa0;%1&#xa0;» manque</translation>
    </message>
    <message>
        <source>its %1 is &quot;%2&quot;, a number is expected</source>
        <translation>sa valeur de %1 est «&#xa0;%2&#xa0;»&#x202f;; un nombre est attendu</translation>
    </message>
    <message>
        <source>its place is epoch %1, batch %2, update %3, numbers from 0 to %4 are expected</source>
        <translation>il en est à l’époque %1, au lot %2, à la mise à jour %3&#x202f;; des nombres de 0 à %4 sont attendus</translation>
    </message>
    <message>
        <source>The checkpoint %1 could not be written: %2</source>
        <translation>Le point de reprise %1 n’a pas pu être écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>The checkpoint %1 cannot be resumed: %2</source>
        <translation>Le point de reprise %1 ne peut pas être repris&#xa0;: %2</translation>
    </message>
    <message>
        <source>The corpus %1 cannot be opened for reading.</source>
        <translation>Le corpus %1 ne peut pas être ouvert en lecture.</translation>
    </message>
    <message>
        <source>The corpus %1 could not be read to its end.</source>
        <translation>Le corpus %1 n’a pas pu être lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>The corpus %1 holds no sentence pair.</source>
        <translation>Le corpus %1 ne contient aucune paire de phrases.</translation>
    </message>
    <message>
        <source>tensor %1: not in the file as whole numbers, expected in what &apos;expect&apos; wrote.</source>
        <translation>tenseur %1&#xa0;: absent du fichier en tant qu’entiers&#x202f;; attendu dans ce que «&#xa0;expect&#xa0;» a écrit.</translation>
    </message>
    <message>
        <source>got %1 pieces for %2 positions, expected %3 for each.</source>
        <translation>reçu %1&#xa0;sous-mots pour %2 positions&#x202f;; attendu&#xa0;: %3 pour chacune.</translation>
    </message>
    <message>
        <source>The corpus does not begin with the %1 pairs of which something is expected.</source>
        <translation>Le corpus ne commence pas par les %1 paires dont quelque chose est attendu.</translation>
    </message>
    <message>
        <source>The target of pair %1 has %2 pieces, expected %3: the vocabulary is another one.</source>
        <translation>La cible de la paire %1 a %2&#xa0;sous-mots&#x202f;; attendu&#xa0;: %3. Le vocabulaire est un autre.</translation>
    </message>
    <message>
        <source>There are %1 patterns for %2 sentence pairs, expected some of each.</source>
        <translation>Il y a %1 modèles de phrases pour %2 paires de phrases&#x202f;; il en faut des deux.</translation>
    </message>
    <message>
        <source>The pattern &apos;%1&apos; has a slot {%2}, which is of no known kind.</source>
        <translation>Le modèle de phrase «&#xa0;%1&#xa0;» a une case {%2} d’un genre inconnu.</translation>
    </message>
    <message>
        <source>The pattern &apos;%1&apos; has other slots than &apos;%2&apos;, expected the same.</source>
        <translation>Le modèle de phrase «&#xa0;%1&#xa0;» n’a pas les mêmes cases que «&#xa0;%2&#xa0;»&#x202f;; les mêmes sont attendues.</translation>
    </message>
    <message>
        <source>got %1 bytes, expected a safetensors file of at least 8.</source>
        <translation>reçu %1&#xa0;octets&#x202f;; un fichier safetensors d’au moins 8 est attendu.</translation>
    </message>
    <message>
        <source>the header takes %1 bytes, but only %2 are left: the file is truncated or no safetensors file.</source>
        <translation>l’en-tête prend %1&#xa0;octets, mais il n’en reste que %2&#xa0;: le fichier est tronqué ou n’est pas un fichier safetensors.</translation>
    </message>
    <message>
        <source>the header takes %1 bytes, expected at most %2.</source>
        <translation>l’en-tête prend %1&#xa0;octets&#x202f;; attendu&#xa0;: au plus %2.</translation>
    </message>
    <message>
        <source>the __metadata__ has no %1, expected a model of the format %2.</source>
        <translation>__metadata__ n’a pas de %1&#x202f;; un modèle au format %2 est attendu.</translation>
    </message>
    <message>
        <source>A tokenizer cannot be trained on 0 sentences, expected at least 1.</source>
        <translation>Un segmenteur ne peut pas être entraîné sur 0 phrase&#x202f;; il en faut au moins 1.</translation>
    </message>
    <message>
        <source>A tokenizer of %1 pieces cannot be trained on these %2 sentences, expected more pieces than they have different characters, beside 256 bytes and 4 special ones, and text to make them of.</source>
        <translation>Un segmenteur de %1&#xa0;sous-mots ne peut pas être entraîné sur ces %2 phrases&#x202f;; il faut plus de sous-mots qu’elles n’ont de caractères différents, outre 256 octets et 4 jetons spéciaux, et assez de texte pour les former.</translation>
    </message>
    <message>
        <source>the tensor &quot;%1&quot; of type U8 is missing</source>
        <translation>le tenseur «&#xa0;%1&#xa0;» de type U8 manque</translation>
    </message>
    <message>
        <source>tensor %1: not in the file as bytes, expected a tokenizer.</source>
        <translation>tenseur %1&#xa0;: absent du fichier en tant qu’octets&#x202f;; un segmenteur est attendu.</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>pas assez de mémoire</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>quota de disque dépassé</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>nom de fichier trop long</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>fichier trop grand</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>erreur d’entrée-sortie</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>plus de place sur le disque</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>fichier ou dossier inexistant</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>un dossier du chemin n’en est pas un</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>opération non permise</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>fichier en cours d’utilisation</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>trop de liens symboliques à la suite</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>trop de fichiers ouverts</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Il n’y a pas assez de mémoire pour cela.</translation>
    </message>
    <message>
        <source>Line %1 of %2 %3.</source>
        <translation>La ligne %1 de %2 %3.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The attention of a step cannot be computed: all source positions are muted, expected one that is not.</source>
        <translation>L’attention d’une étape ne peut pas être calculée&#xa0;: toutes les positions de la source sont éteintes&#x202f;; il en faut une qui ne l’est pas.</translation>
    </message>
    <message>
        <source>The attention of a step cannot be pinned: got weights above 0 for muted source positions alone, expected one that is not muted.</source>
        <translation>L’attention d’une étape ne peut pas être fixée&#xa0;: seules des positions éteintes ont un poids au-dessus de 0&#x202f;; il en faut une qui ne l’est pas.</translation>
    </message>
    <message>
        <source>The attention cannot be pinned to the weights of the step before: got the first step, expected one after it.</source>
        <translation>L’attention ne peut pas être fixée aux poids de l’étape précédente&#xa0;: c’est la première étape&#x202f;; il en faut une après elle.</translation>
    </message>
    <message>
        <source>How much attention matters was asked of a model that has none.</source>
        <translation>L’importance de l’attention a été demandée à un modèle qui n’en a pas.</translation>
    </message>
    <message>
        <source>Got %1 permutations of the attention weights, expected 1 to %2.</source>
        <translation>Il y a %1 permutations des poids d’attention&#x202f;; il en faut de 1 à %2.</translation>
    </message>
    <message>
        <source>The units of the state at step %1 were asked for, expected one of %2 steps.</source>
        <translation>Les unités de l’état à l’étape %1 ont été demandées&#x202f;; il faut l’une des %2 étapes.</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>une étape</translation>
    </message>
    <message>
        <source>every step</source>
        <translation>chaque étape</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>l’étape %1</translation>
    </message>
    <message>
        <source>the annotation of source position %1</source>
        <translation>l’annotation de la position %1 de la source</translation>
    </message>
    <message>
        <source>the initial state</source>
        <translation>l’état initial</translation>
    </message>
    <message>
        <source>after &quot;%1&quot; it is nested more than %2 levels deep</source>
        <translation>après «&#xa0;%1&#xa0;», il est imbriqué sur plus de %2 niveaux</translation>
    </message>
    <message>
        <source>an object has two members &quot;%1&quot;, expected one</source>
        <translation>un objet a deux membres «&#xa0;%1&#xa0;»&#x202f;; il en faut un</translation>
    </message>
    <message>
        <source>at line %1, byte %2 it is not JSON</source>
        <translation>à la ligne %1, octet %2, ce n’est pas du JSON</translation>
    </message>
    <message>
        <source>after &quot;%1&quot; stands a number that is too large</source>
        <translation>après «&#xa0;%1&#xa0;» se trouve un nombre trop grand</translation>
    </message>
    <message>
        <source>a unit that is not held before</source>
        <translation>une unité qui n’est pas déjà fixée</translation>
    </message>
    <message>
        <source>either &quot;weights&quot; or &quot;position&quot;</source>
        <translation>soit «&#xa0;weights&#xa0;», soit «&#xa0;position&#xa0;»</translation>
    </message>
    <message>
        <source>&quot;uniform&quot;, &quot;previous&quot;, &quot;posterior&quot; or an object</source>
        <translation>«&#xa0;uniform&#xa0;», «&#xa0;previous&#xa0;», «&#xa0;posterior&#xa0;» ou un objet</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>un nombre au-dessus de 0</translation>
    </message>
    <message>
        <source>either &quot;pieces&quot; or &quot;words&quot;</source>
        <translation>soit «&#xa0;pieces&#xa0;», soit «&#xa0;words&#xa0;»</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>un mot</translation>
    </message>
    <message>
        <source>a step that is not named before</source>
        <translation>une étape qui n’est pas déjà nommée</translation>
    </message>
    <message>
        <source>a step without a piece that is forced before</source>
        <translation>une étape sans sous-mot déjà imposé</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>it cannot be read (%1)</source>
        <translation>il ne peut pas être lu (%1)</translation>
    </message>
    <message>
        <source>The interventions %1 cannot be written (%2).</source>
        <translation>Les interventions %1 ne peuvent pas être écrites (%2).</translation>
    </message>
    <message>
        <source>got a folder or a device, expected a file</source>
        <translation>c’est un dossier ou un périphérique&#x202f;; il faut un fichier</translation>
    </message>
    <message>
        <source>%1: cannot be written (%2).</source>
        <translation>%1&#xa0;: ne peut pas être écrit (%2).</translation>
    </message>
    <message>
        <source>%1: got a file of this name, expected one that ends in .json, .npz or .safetensors.</source>
        <translation>%1&#xa0;: le nom du fichier doit se terminer par .json, .npz ou .safetensors.</translation>
    </message>
    <message>
        <source>The intervention at %1 cannot be made: %2</source>
        <translation>L’intervention à %1 ne peut pas être faite&#xa0;: %2</translation>
    </message>
    <message>
        <source>The arrays cannot be made one archive, expected more memory.</source>
        <translation>Les tableaux ne peuvent pas être réunis en une archive&#xa0;: il faut plus de mémoire.</translation>
    </message>
    <message>
        <source>got %1 at %2, expected %3</source>
        <translation>%1 se trouve à %2&#x202f;; il faut %3</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
    <message>
        <source>got the member &quot;%1&quot; at %2, expected one of %3</source>
        <translation>le membre «&#xa0;%1&#xa0;» se trouve à %2&#x202f;; il faut l’un de %3</translation>
    </message>
    <message>
        <source>got no &quot;%1&quot; at %2, expected one</source>
        <translation>il n’y a pas de «&#xa0;%1&#xa0;» à %2&#x202f;; il en faut un</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>un tableau</translation>
    </message>
    <message>
        <source>a whole number from 0 to %1</source>
        <translation>un nombre entier de 0 à %1</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>the dtype is %1, expected &quot;F32&quot;, &quot;F16&quot;, &quot;I32&quot; or &quot;U8&quot;</source>
        <translation>le type est %1&#x202f;; il faut «&#xa0;F32&#xa0;», «&#xa0;F16&#xa0;», «&#xa0;I32&#xa0;» ou «&#xa0;U8&#xa0;»</translation>
    </message>
    <message>
        <source>the dtype is %1, expected F32 or F16</source>
        <translation>le type est %1&#x202f;; il faut F32 ou F16</translation>
    </message>
    <message>
        <source>The interventions %1 cannot be used: %2.</source>
        <translation>Les interventions %1 ne peuvent pas être utilisées&#xa0;: %2.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>Got the number %1 to be spelled, expected one from 0 to %2.</source>
        <translation>Le nombre %1 ne peut pas être écrit en lettres&#x202f;; il en faut un de 0 à %2.</translation>
    </message>
    <message>
        <source>Of the %1 pairs, %2 are to be learned from and %3 to be held out, expected one or more of each.</source>
        <translation>Des %1 paires, %2 doivent être apprises et %3 mises de côté&#x202f;; il en faut au moins une de chaque.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 pieces in the vocabulary of the model, expected %3, one per letter.</source>
        <translation>«&#xa0;%1&#xa0;» a %2 sous-mots dans le vocabulaire du modèle&#x202f;; il en faut %3, un par lettre.</translation>
    </message>
    <message>
        <source>Training diverged: after update %1 the loss is not finite or a weight is beyond %2; a smaller learning rate is needed.</source>
        <translation>L’entraînement a divergé&#xa0;: après la mise à jour %1, la perte n’est pas finie ou un poids dépasse %2&#x202f;; il faut un pas d’apprentissage plus petit.</translation>
    </message>
    <message>
        <source>Got no pair to measure a model on, expected one or more.</source>
        <translation>Il n’y a aucune paire pour mesurer un modèle&#x202f;; il en faut au moins une.</translation>
    </message>
    <message>
        <source>Got pairs of piece ids to learn from without vocabularies, expected both.</source>
        <translation>Il y a des paires à apprendre, mais pas de vocabulaires&#x202f;; il faut les deux.</translation>
    </message>
    <message>
        <source>A tokenizer of the letters &quot;%1&quot; cannot be made, expected one or more.</source>
        <translation>Un segmenteur des lettres «&#xa0;%1&#xa0;» ne peut pas être fait&#x202f;; il en faut au moins une.</translation>
    </message>
    <message>
        <source>There is no task &quot;%1&quot;.</source>
        <translation>Il n’y a pas de tâche «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Got %1 for %2, expected %3 to %4.</source>
        <translation>%1 a été donné pour %2&#x202f;; il faut de %3 à %4.</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>un de %1</translation>
    </message>
    <message>
        <source>at least one edit</source>
        <translation>au moins un changement</translation>
    </message>
    <message>
        <source>the branch that is in view</source>
        <translation>la branche montrée</translation>
    </message>
    <message>
        <source>from 1 to %1 steps</source>
        <translation>de 1 à %1 étapes</translation>
    </message>
    <message>
        <source>no &quot;%1&quot;</source>
        <translation>pas de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>a &quot;%1&quot; of the vector</source>
        <translation>un «&#xa0;%1&#xa0;» du vecteur</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>un nombre de 0 à 1</translation>
    </message>
    <message>
        <source>a text in Base64</source>
        <translation>un texte en Base64</translation>
    </message>
    <message>
        <source>a sentence on one line</source>
        <translation>une phrase sur une ligne</translation>
    </message>
    <message>
        <source>the name of a model</source>
        <translation>le nom d’un modèle</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>Got the weight %1 of an anti-language model, expected 0 to less than 1.</source>
        <translation>Reçu le poids %1 pour le modèle de langue qu’on oppose aux hypothèses&#x202f;; attendu&#xa0;: au moins 0 et moins de 1.</translation>
    </message>
    <message>
        <source>Got %1 as the least share of the most probable piece, expected 0 to 1.</source>
        <translation>Reçu %1 comme part minimale de la probabilité du sous-mot le plus probable&#x202f;; attendu&#xa0;: de 0 à 1.</translation>
    </message>
    <message>
        <source>Got pieces to draw and an anti-language model, expected one of these.</source>
        <translation>Reçu à la fois des sous-mots à tirer au sort et un modèle de langue à opposer aux hypothèses&#x202f;; attendu&#xa0;: l’un des deux.</translation>
    </message>
    <message>
        <source>Got %1 targets of %2 sources, expected one of each.</source>
        <translation>Reçu %1 cibles pour %2 sources&#x202f;; une par source est attendue.</translation>
    </message>
    <message>
        <source>Got %1 texts of %2 sources, expected one of each.</source>
        <translation>Reçu %1 textes pour %2 sources&#x202f;; un par source est attendu.</translation>
    </message>
    <message>
        <source>a sentence</source>
        <translation>une phrase</translation>
    </message>
    <message>
        <source>The model describes pictures: got a text, expected a picture.</source>
        <translation>Le modèle décrit des images&#xa0;: un texte a été reçu, une image est attendue.</translation>
    </message>
    <message>
        <source>got %1 rows, expected %2, one for each cell of a picture after the special ones</source>
        <translation>%1 lignes reçues, %2 attendues, une par case de l’image à la suite des lignes spéciales</translation>
    </message>
    <message>
        <source>%1 bytes in base64</source>
        <translation>%1 octets en base64</translation>
    </message>
    <message>
        <source>&quot;%1&quot; or &quot;%2&quot;</source>
        <translation>«&#xa0;%1&#xa0;» ou «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>The scene cannot be read: %1.</source>
        <translation>Impossible de lire la scène&#xa0;: %1.</translation>
    </message>
    <message>
        <source>at most %1 shapes</source>
        <translation>au plus %1 formes</translation>
    </message>
    <message>
        <source>The scene cannot be read: got a picture, expected shapes.</source>
        <translation>Impossible de lire la scène&#xa0;: une image a été reçue, des formes sont attendues.</translation>
    </message>
    <message>
        <source>The caption &quot;%1&quot; cannot be read by the grammar that it was made by.</source>
        <translation>La légende «&#xa0;%1&#xa0;» ne peut pas être lue par la grammaire qui l’a produite.</translation>
    </message>
    <message>
        <source>A model that describes pictures cannot learn from pairs of sentences.</source>
        <translation>Un modèle qui décrit des images ne peut pas apprendre à partir de paires de phrases.</translation>
    </message>
    <message>
        <source>The captions of a model cannot be judged: its architecture is %1 and its target language &quot;%2&quot;, expected caption, and en or fr.</source>
        <translation>Impossible de juger les légendes d’un modèle&#xa0;: son architecture est %1 et sa langue cible «&#xa0;%2&#xa0;», caption ainsi que en ou fr sont attendus.</translation>
    </message>
    <message>
        <source>There are no captions in the language &quot;%1&quot;, expected en or fr.</source>
        <translation>Il n’existe pas de légendes dans la langue «&#xa0;%1&#xa0;», en ou fr est attendu.</translation>
    </message>
    <message>
        <source>one of these: %1</source>
        <translation>l’une de ces valeurs&#xa0;: %1</translation>
    </message>
    <message>
        <source>A tokenizer of %1 words cannot be made, expected one or more.</source>
        <translation>Impossible de créer un tokenizer de %1 mots, il en faut au moins un.</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>un nombre de %1 à %2</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>attention</source>
        <translation>attention</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>goulot d’étranglement</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>résumé</translation>
    </message>
    <message>
        <source>dialogue</source>
        <translation>dialogue</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>légende</translation>
    </message>
</context>
<context>
    <name>widgets::Animation</name>
    <message>
        <source>There is not enough memory for the animation.</source>
        <translation>Il n’y a pas assez de mémoire pour l’animation.</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>le dossier n’est pas vide</translation>
    </message>
    <message>
        <source>“%1” cannot be written: the folder “%2” does not exist.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être écrit&#xa0;: le dossier «&#xa0;%2&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>The name “%1” of an animation should end in %2, or in / for a folder of PNG pictures.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» d’une animation devrait se terminer par %2, ou par / pour un dossier d’images PNG.</translation>
    </message>
    <message>
        <source>Frames of %1 × %2 pixels do not fit this format: at most %3 × %3.</source>
        <translation>Ce format n’admet pas d’images de %1 × %2&#xa0;pixels&#xa0;: au plus %3 × %3.</translation>
    </message>
    <message>
        <source>A frame has %1 × %2 pixels, those before it have %3 × %4.</source>
        <translation>Une image a %1 × %2&#xa0;pixels, les précédentes en ont %3 × %4.</translation>
    </message>
    <message>
        <source>There is nothing to animate.</source>
        <translation>Il n’y a rien à animer.</translation>
    </message>
</context>
<context>
    <name>widgets::AnimationJob</name>
    <message>
        <source>There is nothing to animate.</source>
        <translation>Il n’y a rien à animer.</translation>
    </message>
</context>
<context>
    <name>widgets::AttentionEdits</name>
    <message>
        <source>Attend only to “%1” here</source>
        <translation>Ne regarder ici que «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Mute “%1” here</source>
        <translation>Éteindre «&#xa0;%1&#xa0;» ici</translation>
    </message>
    <message>
        <source>Mute “%1” for every word</source>
        <translation>Éteindre «&#xa0;%1&#xa0;» pour chaque mot</translation>
    </message>
    <message>
        <source>Attend evenly here</source>
        <translation>Regarder tout également ici</translation>
    </message>
    <message>
        <source>Attend as for the word before</source>
        <translation>Regarder comme pour le mot d’avant</translation>
    </message>
    <message>
        <source>Attend to where this word comes from</source>
        <translation>Regarder d’où vient ce mot</translation>
    </message>
    <message>
        <source>Leave this word to the model</source>
        <translation>Laisser ce mot au modèle</translation>
    </message>
    <message>
        <source>Attend as for the word after</source>
        <translation>Regarder comme pour le mot d’après</translation>
    </message>
</context>
<context>
    <name>widgets::BeamCanvas</name>
    <message numerus="yes">
        <source>%n hypotheses were kept; the complete ones, best first, have their score.</source>
        <translation>
            <numerusform>%n hypothèse a été gardée&#x202f;; les complètes, la meilleure d’abord, ont leur score.</numerusform>
            <numerusform>%n hypothèses ont été gardées&#x202f;; les complètes, la meilleure d’abord, ont leur score.</numerusform>
        </translation>
    </message>
    <message>
        <source>p = %1, log-probability %2, score %3</source>
        <translation>p = %1&#x202f;; log-probabilité %2&#x202f;; score %3</translation>
    </message>
    <message>
        <source>“%1”: %2; given up</source>
        <comment>text, numbers</comment>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: %2&#x202f;; abandonnée</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>text, numbers</comment>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>widgets::BeamData</name>
    <message>
        <source>“%1”, from the beam</source>
        <translation>«&#xa0;%1&#xa0;», tiré du faisceau</translation>
    </message>
    <message>
        <source>So far, this is the way of %1.</source>
        <translation>Jusqu’ici, c’est le même chemin que %1.</translation>
    </message>
    <message>
        <source>score %1, there %2 (difference %3)</source>
        <translation>score de %1, contre %2 (écart de %3)</translation>
    </message>
    <message>
        <source>This is the way of %1: %2.</source>
        <comment>a translation, scores</comment>
        <translation>C’est le même chemin que %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The translation in view leaves the way of %1 at step %2, with “%3” in place of “%4”: %5.</source>
        <translation>La traduction à l’écran s’écarte du chemin de %1 à l’étape %2, avec «&#xa0;%3&#xa0;» à la place de «&#xa0;%4&#xa0;»&#xa0;: %5.</translation>
    </message>
    <message>
        <source>This way leaves that of %1 at step %2, with “%3” in place of “%4”: %5.</source>
        <translation>Ce chemin s’écarte de celui de %1 à l’étape %2, avec «&#xa0;%3&#xa0;» à la place de «&#xa0;%4&#xa0;»&#xa0;: %5.</translation>
    </message>
</context>
<context>
    <name>widgets::BeamPaint</name>
    <message>
        <source>%1. %2</source>
        <comment>place of a translation, its score</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>widgets::BeamPanel</name>
    <message>
        <source>Tree of the beam search</source>
        <translation>Arbre de la recherche en faisceau</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Largeur</translation>
    </message>
    <message>
        <source>Length α</source>
        <translation>Longueur α</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonnées</translation>
    </message>
    <message>
        <source>Width of the beam</source>
        <translation>Largeur du faisceau</translation>
    </message>
    <message>
        <source>Length normalisation α</source>
        <translation>Normalisation de la longueur α</translation>
    </message>
    <message>
        <source>The score of a hypothesis is its log-probability, divided by ((5 + length) / 6)^α (Wu et al. 2016): 0 favours short ones.</source>
        <translation>Le score d’une hypothèse est sa log-probabilité, divisée par ((5 + longueur) / 6)^α (Wu et al. 2016)&#xa0;: 0 favorise les courtes.</translation>
    </message>
    <message>
        <source>Show the hypotheses that were given up on the way, too.</source>
        <translation>Montrer aussi les hypothèses abandonnées en chemin.</translation>
    </message>
    <message>
        <source>Type something above to see which hypotheses a beam search weighs up.</source>
        <translation>Tapez quelque chose ci-dessus pour voir quelles hypothèses une recherche en faisceau met en balance.</translation>
    </message>
    <message>
        <source>Beam search</source>
        <translation>Recherche en faisceau</translation>
    </message>
    <message>
        <source>The beam search is under way.</source>
        <translation>La recherche en faisceau est en cours.</translation>
    </message>
</context>
<context>
    <name>widgets::Comparison</name>
    <message>
        <source>pinned to “%1”</source>
        <translation>fixée sur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>pinned to uniform</source>
        <translation>rendue uniforme</translation>
    </message>
    <message>
        <source>pinned to those of the step before</source>
        <translation>fixée à celle de l’étape précédente</translation>
    </message>
    <message>
        <source>pinned to the posterior</source>
        <translation>fixée à l’attention a posteriori</translation>
    </message>
    <message>
        <source>“%1” muted</source>
        <translation>«&#xa0;%1&#xa0;» éteint</translation>
    </message>
    <message>
        <source>τ = %1</source>
        <translation>τ = %1</translation>
    </message>
    <message>
        <source>weights given</source>
        <translation>poids donnés</translation>
    </message>
</context>
<context>
    <name>widgets::ComparisonCanvas</name>
    <message>
        <source>Steps of both</source>
        <translation>Étapes des deux</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>elle est terminée</translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <comment>word, probability</comment>
        <translation>«&#xa0;%1&#xa0;» %2</translation>
    </message>
    <message>
        <source>α(“%1”) = %2</source>
        <translation>α(«&#xa0;%1&#xa0;») = %2</translation>
    </message>
    <message>
        <source>Step %1 is not yet computed.</source>
        <translation>L’étape %1 n’est pas encore calculée.</translation>
    </message>
    <message>
        <source>Step %1. %2</source>
        <translation>Étape %1. %2</translation>
    </message>
    <message>
        <source>Step %1. %2. %3</source>
        <translation>Étape %1. %2. %3</translation>
    </message>
    <message>
        <source>%1. Difference: %2</source>
        <comment>what is told of both</comment>
        <translation>%1. Différence&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>widgets::ComparisonPanel</name>
    <message>
        <source>being worked out: %1</source>
        <translation>en cours de calcul&#xa0;: %1</translation>
    </message>
    <message>
        <source>The menu Compare chooses what stands beside it.</source>
        <translation>Le menu Comparer choisit ce qui se place à côté.</translation>
    </message>
    <message numerus="yes">
        <source>%n pieces differ</source>
        <translation>
            <numerusform>%n sous-mot diffère</numerusform>
            <numerusform>%n sous-mots diffèrent</numerusform>
        </translation>
    </message>
    <message>
        <source>log-probability %1 against %2</source>
        <translation>log-probabilité %1 contre %2</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>Affichée</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Type something above to compare what becomes of it with something else.</source>
        <translation>Tapez quelque chose ci-dessus pour comparer ce qui en résulte avec autre chose.</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
</context>
<context>
    <name>widgets::ContextCanvas</name>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>step %1 “%2”</source>
        <translation>étape %1 «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>étape %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>α = %1</source>
        <translation>α = %1</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>pas encore calculé</translation>
    </message>
    <message>
        <source>cos(c, h) = %1, ‖c − h‖ = %2</source>
        <translation>cos(c, h) = %1&#x202f;; ‖c − h‖ = %2</translation>
    </message>
    <message>
        <source>unit %1 of %2</source>
        <translation>unité %1 sur %2</translation>
    </message>
    <message>
        <source>c = %1</source>
        <translation>c = %1</translation>
    </message>
    <message>
        <source>sum so far = %1</source>
        <translation>somme partielle = %1</translation>
    </message>
    <message>
        <source>c is not yet computed</source>
        <translation>c n’est pas encore calculé</translation>
    </message>
    <message>
        <source>“%1” adds nothing, %2: %3</source>
        <translation>«&#xa0;%1&#xa0;» n’ajoute rien, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>“%1”, %2: not yet computed</source>
        <translation>«&#xa0;%1&#xa0;», %2&#xa0;: pas encore calculé</translation>
    </message>
    <message>
        <source>“%1”, %2: %3 %4; %5</source>
        <translation>«&#xa0;%1&#xa0;», %2&#xa0;: %3 %4&#x202f;; %5</translation>
    </message>
    <message>
        <source>α h =</source>
        <translation>α h =</translation>
    </message>
    <message>
        <source>taken:</source>
        <translation>repris&#xa0;:</translation>
    </message>
    <message>
        <source>Each row adds its word&apos;s annotation, as much of it as α says.</source>
        <translation>Chaque ligne ajoute l’annotation de son mot, à proportion de α.</translation>
    </message>
    <message>
        <source>No attention: the same context at every step, what the encoder ended with.</source>
        <translation>Pas d’attention&#xa0;: le même contexte à chaque étape, l’état final de l’encodeur.</translation>
    </message>
    <message>
        <source>Enlarge the panel to see the context.</source>
        <translation>Agrandissez le panneau pour voir le contexte.</translation>
    </message>
    <message>
        <source>%1: difference from %2</source>
        <comment>a step, a translation</comment>
        <translation>%1&#xa0;: écart avec %2</translation>
    </message>
    <message>
        <source>%1 (%2 in %3)</source>
        <comment>a number, what it is in a translation</comment>
        <translation>%1 (%3&#xa0;: %2)</translation>
    </message>
</context>
<context>
    <name>widgets::ContextPanel</name>
    <message>
        <source>αᵢⱼ hⱼ</source>
        <translation>αᵢⱼ hⱼ</translation>
    </message>
    <message>
        <source>taken from hⱼ</source>
        <translation>repris de hⱼ</translation>
    </message>
    <message>
        <source>%1, %2 units</source>
        <translation>%1, %2&#xa0;unités</translation>
    </message>
    <message>
        <source>%1, %2 of %3 units</source>
        <translation>%1, %2&#xa0;unités sur %3</translation>
    </message>
    <message>
        <source>cos</source>
        <translation>cos</translation>
    </message>
    <message>
        <source>Words in view</source>
        <translation>Mots en vue</translation>
    </message>
    <message>
        <source>Type something above to see what each of its words adds to the context.</source>
        <translation>Tapez quelque chose ci-dessus pour voir ce que chacun de ses mots ajoute au contexte.</translation>
    </message>
    <message>
        <source>There is no word yet. The context of the first one will be here.</source>
        <translation>Il n’y a pas encore de mot. Le contexte du premier sera ici.</translation>
    </message>
    <message>
        <source>The source is still being read. The first context follows once it has been: Space plays on, Ctrl+→ goes there.</source>
        <translation>La source est encore en train d’être lue. Le premier contexte vient ensuite&#xa0;: la barre d’espace continue, Ctrl+→ y mène.</translation>
    </message>
    <message>
        <source>Show &amp;all units</source>
        <translation>Afficher &amp;toutes les unités</translation>
    </message>
    <message>
        <source>&amp;Let go of what is selected</source>
        <translation>&amp;Relâcher la sélection</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
</context>
<context>
    <name>widgets::Edit</name>
    <message>
        <source>attend only to “%1” for every word</source>
        <translation>ne regarder que «&#xa0;%1&#xa0;» pour chaque mot</translation>
    </message>
    <message>
        <source>attend only to “%1” for word piece %2</source>
        <translation>ne regarder que «&#xa0;%1&#xa0;» pour le sous-mot %2</translation>
    </message>
    <message>
        <source>attend evenly for every word</source>
        <translation>regarder tout également pour chaque mot</translation>
    </message>
    <message>
        <source>attend evenly for word piece %1</source>
        <translation>regarder tout également pour le sous-mot %1</translation>
    </message>
    <message>
        <source>attend as for the word before, always</source>
        <translation>regarder toujours comme pour le mot précédent</translation>
    </message>
    <message>
        <source>attend as before for word piece %1</source>
        <translation>regarder comme avant pour le sous-mot %1</translation>
    </message>
    <message>
        <source>attend to where each word comes from</source>
        <translation>regarder d’où vient chaque mot</translation>
    </message>
    <message>
        <source>attend to where word piece %1 comes from</source>
        <translation>regarder d’où vient le sous-mot %1</translation>
    </message>
    <message>
        <source>mute “%1” for every word</source>
        <translation>éteindre «&#xa0;%1&#xa0;» pour chaque mot</translation>
    </message>
    <message>
        <source>mute “%1” for word piece %2</source>
        <translation>éteindre «&#xa0;%1&#xa0;» pour le sous-mot %2</translation>
    </message>
    <message>
        <source>temperature %1 for every word</source>
        <translation>température %1 pour chaque mot</translation>
    </message>
    <message>
        <source>temperature %1 for word piece %2</source>
        <translation>température %1 pour le sous-mot %2</translation>
    </message>
    <message>
        <source>“%1” as word piece %2</source>
        <translation>«&#xa0;%1&#xa0;» comme sous-mot %2</translation>
    </message>
    <message>
        <source>every word left to the model</source>
        <translation>chaque mot laissé au modèle</translation>
    </message>
    <message>
        <source>word piece %1 left to the model</source>
        <translation>le sous-mot %1 laissé au modèle</translation>
    </message>
    <message>
        <source>attend as after for word piece %1</source>
        <translation>attention comme à l’étape suivante pour le sous-mot %1</translation>
    </message>
    <message>
        <source>attention by hand for word piece %1</source>
        <translation>attention à la main pour le sous-mot %1</translation>
    </message>
    <message>
        <source>attention by hand for word pieces %1 to %2</source>
        <translation>attention à la main pour les sous-mots %1 à %2</translation>
    </message>
    <message>
        <source>“%1” as word pieces %2 to %3</source>
        <translation>«&#xa0;%1&#xa0;» comme sous-mots %2 à %3</translation>
    </message>
</context>
<context>
    <name>widgets::EffectNames</name>
    <message>
        <source>uniform attention</source>
        <translation>une attention uniforme</translation>
    </message>
    <message>
        <source>permuted attention</source>
        <translation>une attention permutée</translation>
    </message>
    <message>
        <source>one-hot attention</source>
        <translation>une attention sur un seul mot</translation>
    </message>
    <message>
        <source>attention without its top word</source>
        <translation>une attention sans le mot le plus regardé</translation>
    </message>
</context>
<context>
    <name>widgets::EffectsData</name>
    <message>
        <source>What other attention would have changed, at step %1 (“%2”) and at all steps:</source>
        <translation>Ce qu’une autre attention aurait changé, à l’étape %1 («&#xa0;%2&#xa0;») et à toutes les étapes&#xa0;:</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>étape %1</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>other words</source>
        <translation>autres mots</translation>
    </message>
    <message>
        <source>½ Σ |q − p| over all words: 0 changes nothing, 1 everything. The words before stay; of 20 permutations the median. After Jain &amp; Wallace (2019) and Wiegreffe &amp; Pinter (2019).</source>
        <translation>½ Σ |q − p| sur tous les mots&#xa0;: 0 ne change rien, 1 change tout. Les mots précédents restent&#x202f;; de 20 permutations, la médiane. D’après Jain &amp; Wallace (2019) et Wiegreffe &amp; Pinter (2019).</translation>
    </message>
    <message>
        <source>→ “%1”</source>
        <comment>another word</comment>
        <translation>→ «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a number, that of the reference</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In brackets: the same in %1.</source>
        <translation>Entre parenthèses&#xa0;: les mêmes valeurs dans %1.</translation>
    </message>
</context>
<context>
    <name>widgets::EffectsPanel</name>
    <message>
        <source>Units by how much they matter</source>
        <translation>Unités selon leur importance</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unité</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>p with 0</source>
        <translation>p avec 0</translation>
    </message>
    <message>
        <source>change</source>
        <translation>écart</translation>
    </message>
    <message>
        <source>Type something above to see how much attention and units matter.</source>
        <translation>Tapez quelque chose ci-dessus pour voir combien comptent l’attention et les unités.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Hide how much attention matters</source>
        <translation>Ne plus montrer à quel point l’attention compte</translation>
    </message>
    <message>
        <source>How much does attention matter?</source>
        <translation>À quel point l’attention compte-t-elle&#x202f;?</translation>
    </message>
    <message>
        <source>This model has no attention.</source>
        <translation>Ce modèle n’a pas d’attention.</translation>
    </message>
    <message>
        <source>The source is still being read: Space plays on.</source>
        <translation>La source est encore en train d’être lue&#xa0;: la barre d’espace continue.</translation>
    </message>
    <message>
        <source>Scan the units of %1</source>
        <translation>Passer en revue les unités de %1</translation>
    </message>
    <message>
        <source>Scan the units</source>
        <translation>Passer en revue les unités</translation>
    </message>
    <message>
        <source>Units of %1, by how much holding each at 0 changes the probability of “%2” (%3):</source>
        <translation>Unités de %1, selon l’écart de probabilité de «&#xa0;%2&#xa0;» (%3) lorsque chacune est maintenue à 0&#xa0;:</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>Ce qui compte</translation>
    </message>
    <message>
        <source>What uniform, permuted and one-hot attention, and attention without its top word, would have changed at step %1, “%2”, and at all.</source>
        <translation>Ce qu’une attention uniforme, permutée, sur un seul mot ou sans le mot le plus regardé aurait changé à l’étape %1, «&#xa0;%2&#xa0;», et à toutes.</translation>
    </message>
    <message>
        <source>Which units of %1 matter most for “%2”.</source>
        <translation>Les unités de %1 qui comptent le plus pour «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Units of %1, by how much holding each at 0 changes the probability of “%2” (%3); beside it how much that changes “%5” (%6) in %4:</source>
        <translation>Unités de %1, selon ce que change, pour la probabilité de «&#xa0;%2&#xa0;» (%3), de maintenir chacune à 0&#x202f;; à côté, ce que cela change pour «&#xa0;%5&#xa0;» (%6) dans %4&#xa0;:</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>heading of the changes in a translation</comment>
        <translation>dans %1</translation>
    </message>
</context>
<context>
    <name>widgets::EmbeddingMap</name>
    <message>
        <source>Map of the embeddings</source>
        <translation>Carte des plongements</translation>
    </message>
    <message>
        <source>computing the map…</source>
        <translation>calcul de la carte…</translation>
    </message>
    <message>
        <source>PC %1 (%2 % of variance)</source>
        <translation>CP %1 (%2&#x202f;% de la variance)</translation>
    </message>
    <message>
        <source>(%1, %2)</source>
        <translation>(%1&#x202f;; %2)</translation>
    </message>
</context>
<context>
    <name>widgets::EmbeddingsPanel</name>
    <message>
        <source>Type something above to see its words among all the pieces that the model knows.</source>
        <translation>Tapez quelque chose ci-dessus pour voir ses mots parmi tous les sous-mots que le modèle connaît.</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>There is no other row.</source>
        <translation>Il n’y a pas d’autre ligne.</translation>
    </message>
    <message>
        <source>computing the neighbours…</source>
        <translation>calcul des voisins…</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Plongements</translation>
    </message>
    <message>
        <source>Search the vocabulary</source>
        <translation>Rechercher dans le vocabulaire</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Pieces of the vocabulary</source>
        <translation>Sous-mots du vocabulaire</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Table of the source language</source>
        <translation>Table de la langue source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Table of the target language</source>
        <translation>Table de la langue cible</translation>
    </message>
    <message>
        <source>No piece holds “%1”. Try fewer letters; Escape clears the search.</source>
        <translation>Aucun sous-mot ne contient «&#xa0;%1&#xa0;». Essayez moins de lettres&#x202f;; Échap efface la recherche.</translation>
    </message>
    <message>
        <source>&amp;Follow the source</source>
        <translation>&amp;Suivre la source</translation>
    </message>
    <message>
        <source>row %1; “%2” in %3</source>
        <comment>which row, a piece, a translation</comment>
        <translation>ligne %1&#x202f;; %3&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
</context>
<context>
    <name>widgets::Figure</name>
    <message>
        <source>There is not enough memory for a picture of %1 × %2 pixels.</source>
        <translation>Il n’y a pas assez de mémoire pour une image de %1 × %2&#xa0;pixels.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
    <message>
        <source>There is no font to write words with: install one, such as DejaVu Sans (in Debian the package fonts-dejavu-core).</source>
        <translation>Il n’y a pas de police pour écrire les mots&#xa0;: installez-en une, par exemple DejaVu Sans (dans Debian, le paquet fonts-dejavu-core).</translation>
    </message>
    <message>
        <source>The scale %1 is not a number from %2 on.</source>
        <translation>L’échelle %1 n’est pas un nombre à partir de %2.</translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels is too large: choose a smaller size or scale, or a file that ends in .svg or .pdf.</source>
        <translation>Une image de %1 × %2&#xa0;pixels est trop grande&#xa0;: choisissez une taille ou une échelle plus petite, ou un fichier qui se termine par .svg ou .pdf.</translation>
    </message>
    <message>
        <source>A page of %1 × %2 pixels is too large: a PDF has at most %3 × %3. Choose a smaller size, or a file that ends in .svg.</source>
        <translation>Une page de %1 × %2&#xa0;pixels est trop grande&#xa0;: un PDF en a au plus %3 × %3. Choisissez une taille plus petite, ou un fichier qui se termine par .svg.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>the name of the file is missing</source>
        <translation>le nom du fichier manque</translation>
    </message>
    <message>
        <source>“%1” cannot be written: the folder “%2” does not exist.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être écrit&#xa0;: le dossier «&#xa0;%2&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>The size %1 × %2 is not one from %3 × %3 to %4 × %4 pixels.</source>
        <translation>La taille %1 × %2 n’est pas comprise entre %3 × %3 et %4 × %4&#xa0;pixels.</translation>
    </message>
    <message>
        <source>The name “%1” has no suffix: it should end in %2.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» n’a pas d’extension&#xa0;: il devrait se terminer par %2.</translation>
    </message>
    <message>
        <source>“%1” has the unknown suffix .%2: it should end in %3.</source>
        <translation>«&#xa0;%1&#xa0;» a l’extension inconnue .%2&#xa0;: il devrait se terminer par %3.</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <extracomment>A list of suffixes: &quot;.png, .svg&quot; or &quot;.pdf&quot;.</extracomment>
        <translation>%1 ou %2</translation>
    </message>
    <message>
        <source>The picture could not be drawn.</source>
        <translation>L’image n’a pas pu être dessinée.</translation>
    </message>
</context>
<context>
    <name>widgets::FixedVector</name>
    <message>
        <source>%1: not yet computed</source>
        <translation>%1&#xa0;: pas encore calculé</translation>
    </message>
    <message>
        <source>%1, unit %2 of %3: %4</source>
        <translation>%1, unité %2 sur %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>colours ±%1</source>
        <translation>couleurs ±%1</translation>
    </message>
</context>
<context>
    <name>widgets::Formula</name>
    <message>
        <source>embedding of “%1”: row %2 of the source table</source>
        <translation>plongement de «&#xa0;%1&#xa0;»&#xa0;: ligne %2 de la table source</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>le début</translation>
    </message>
    <message>
        <source>embedding of “%1”, fed to step %2: row %3 of the target table</source>
        <translation>plongement de «&#xa0;%1&#xa0;», fourni à l’étape %2&#xa0;: ligne %3 de la table cible</translation>
    </message>
    <message>
        <source>encoder state at “%1”, reading from the end</source>
        <translation>état de l’encodeur à «&#xa0;%1&#xa0;», en lisant depuis la fin</translation>
    </message>
    <message>
        <source>encoder state at “%1”, reading from the start</source>
        <translation>état de l’encodeur à «&#xa0;%1&#xa0;», en lisant depuis le début</translation>
    </message>
    <message>
        <source>unit %1 of the encoder state at “%2”, reading from the end</source>
        <translation>unité %1 de l’état de l’encodeur à «&#xa0;%2&#xa0;», en lisant depuis la fin</translation>
    </message>
    <message>
        <source>unit %1 of the encoder state at “%2”, reading from the start</source>
        <translation>unité %1 de l’état de l’encodeur à «&#xa0;%2&#xa0;», en lisant depuis le début</translation>
    </message>
    <message>
        <source>decoder state for “%1”</source>
        <translation>état du décodeur pour «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>unit %1 of the decoder state for “%2”</source>
        <translation>unité %1 de l’état du décodeur pour «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>not yet computed at this moment</source>
        <translation>pas encore calculé à cet instant</translation>
    </message>
    <message>
        <source>the sum&apos;s terms, with q = W&lt;sub&gt;q&lt;/sub&gt; %1 and k = W&lt;sub&gt;k&lt;/sub&gt; h + b&lt;sub&gt;k&lt;/sub&gt;</source>
        <translation>les termes de la somme, avec q = W&lt;sub&gt;q&lt;/sub&gt; %1 et k = W&lt;sub&gt;k&lt;/sub&gt; h + b&lt;sub&gt;k&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>the sum&apos;s terms</source>
        <translation>les termes de la somme</translation>
    </message>
    <message>
        <source>score of “%1” for “%2”</source>
        <translation>score de «&#xa0;%1&#xa0;» pour «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>attention on “%1” for “%2”</source>
        <translation>attention portée à «&#xa0;%1&#xa0;» pour «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>what the denominator adds up</source>
        <translation>les termes du dénominateur</translation>
    </message>
    <message>
        <source>attention on “%1”, given that “%2” came</source>
        <translation>attention portée à «&#xa0;%1&#xa0;», sachant que «&#xa0;%2&#xa0;» a été produit</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>en cours de calcul</translation>
    </message>
    <message>
        <source>As if one annotation, drawn by α, were the context. The step mixes them, so that the denominator is not the probability that it gave the word.</source>
        <translation>Comme si le contexte était une seule annotation, tirée au sort selon α. L’étape les mélange&#xa0;: le dénominateur n’est donc pas la probabilité qu’elle a donnée au mot.</translation>
    </message>
    <message>
        <source>what the denominator adds up, p(%1 | h) being the probability of “%2” had the step attended to that word alone</source>
        <translation>les termes du dénominateur, p(%1 | h) étant la probabilité de «&#xa0;%2&#xa0;» si l’étape n’avait porté attention qu’à ce mot</translation>
    </message>
    <message>
        <source>context for “%1”</source>
        <translation>contexte pour «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>context: without attention the same at every step, what the encoder ended with</source>
        <translation>contexte&#xa0;: sans attention le même à chaque étape, l’état final de l’encodeur</translation>
    </message>
    <message>
        <source>unit %1 of the context for “%2”</source>
        <translation>unité %1 du contexte pour «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>what each source word adds</source>
        <translation>ce que chaque mot source ajoute</translation>
    </message>
    <message>
        <source>probability of “%1” at step %2</source>
        <translation>probabilité de «&#xa0;%1&#xa0;» à l’étape %2</translation>
    </message>
    <message>
        <source>what the exponent adds up, w the row of “%1”</source>
        <translation>les termes de l’exposant, w étant la ligne de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The word was set by hand; it is number %1 by probability.</source>
        <translation>Le mot a été fixé à la main&#x202f;; il est au rang %1 par probabilité.</translation>
    </message>
    <message>
        <source>readout: what the word is chosen by</source>
        <translation>sortie&#xa0;: ce d’après quoi le mot est choisi</translation>
    </message>
    <message>
        <source>reset gate: how much of the past the candidate sees</source>
        <translation>porte de réinitialisation&#xa0;: quelle part du passé le candidat voit</translation>
    </message>
    <message>
        <source>update gate: how much of the past stays</source>
        <translation>porte de mise à jour&#xa0;: quelle part du passé demeure</translation>
    </message>
    <message>
        <source>candidate: what is new</source>
        <translation>candidat&#xa0;: ce qui est nouveau</translation>
    </message>
    <message>
        <source>what tanh is taken of</source>
        <translation>l’argument de tanh</translation>
    </message>
    <message>
        <source>what σ is taken of</source>
        <translation>l’argument de σ</translation>
    </message>
    <message>
        <source>new and kept</source>
        <translation>part nouvelle et part gardée</translation>
    </message>
    <message>
        <source>cosine of the rows %1 and %2 of the source table</source>
        <translation>cosinus des lignes %1 et %2 de la table source</translation>
    </message>
    <message>
        <source>cosine of the rows %1 and %2 of the target table</source>
        <translation>cosinus des lignes %1 et %2 de la table cible</translation>
    </message>
    <message>
        <source>what x · y adds up, x the row of %1, y the row of %2</source>
        <translation>les termes de x · y, x étant la ligne de %1 et y celle de %2</translation>
    </message>
    <message>
        <source>A row of zeros has no direction: its cosine counts as 0.</source>
        <translation>Une ligne de zéros n’a pas de direction&#xa0;: son cosinus est compté pour 0.</translation>
    </message>
    <message>
        <source>row %1 of the source table, where it lies on the map</source>
        <translation>ligne %1 de la table source, à sa place sur la carte</translation>
    </message>
    <message>
        <source>row %1 of the target table, where it lies on the map</source>
        <translation>ligne %1 de la table cible, à sa place sur la carte</translation>
    </message>
    <message>
        <source>“%1” along principal axis %2, which holds %3 % of the variance</source>
        <translation>«&#xa0;%1&#xa0;» le long de l’axe principal %2, qui porte %3&#x202f;% de la variance</translation>
    </message>
    <message>
        <source>the sum&apos;s terms, x the row of %1, u the axis, μ the mean of all rows</source>
        <translation>les termes de la somme, x étant la ligne de %1, u l’axe et μ la moyenne de toutes les lignes</translation>
    </message>
    <message>
        <source>“%1”: row %2 of the source table</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: ligne %2 de la table source</translation>
    </message>
    <message>
        <source>“%1”: row %2 of the target table</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: ligne %2 de la table cible</translation>
    </message>
    <message>
        <source>(%1 terms)</source>
        <translation>(%1 termes)</translation>
    </message>
    <message>
        <source>components</source>
        <translation>composantes</translation>
    </message>
    <message>
        <source>The weight was set by hand to %1 (%2); the formula gives the softmax.</source>
        <translation>Le poids a été fixé à la main à %1 (%2)&#x202f;; la formule donne le softmax.</translation>
    </message>
    <message>
        <source>initial state of the decoder, made of what the encoder ended with</source>
        <translation>état initial du décodeur, tiré de ce par quoi l’encodeur a fini</translation>
    </message>
    <message>
        <source>unit %1 of the initial state of the decoder</source>
        <translation>unité %1 de l’état initial du décodeur</translation>
    </message>
</context>
<context>
    <name>widgets::HeatmapFigure</name>
    <message>
        <source>Posterior attention, 0 to 1</source>
        <translation>Attention a posteriori, de 0 à 1</translation>
    </message>
    <message>
        <source>Attention weights, 0 to 1</source>
        <translation>Poids d’attention, de 0 à 1</translation>
    </message>
    <message>
        <source>%1 · model “%2”</source>
        <translation>%1 · modèle «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 · stopped at the length limit</source>
        <translation>%1 · arrêt à la longueur limite</translation>
    </message>
    <message>
        <source>In %1 × %2 pixels there is no room for this heatmap; %3 × %4 are enough.</source>
        <translation>En %1 × %2 pixels, il n’y a pas de place pour cette carte&#x202f;; %3 × %4 suffisent.</translation>
    </message>
    <message>
        <source>There is no heatmap to export: this model has no attention.</source>
        <translation>Il n’y a pas de carte d’alignement à exporter&#xa0;: ce modèle n’a pas d’attention.</translation>
    </message>
    <message>
        <source>There is no heatmap to export: nothing has been translated yet.</source>
        <translation>Il n’y a pas de carte d’alignement à exporter&#xa0;: rien n’a encore été traduit.</translation>
    </message>
    <message>
        <source>There is no heatmap to export: the posterior attention is not known yet.</source>
        <translation>Il n’y a pas de carte d’alignement à exporter&#xa0;: l’attention a posteriori n’est pas encore connue.</translation>
    </message>
</context>
<context>
    <name>widgets::HeatmapPanel</name>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Options of the heatmap</source>
        <translation>Options de la carte d’alignement</translation>
    </message>
    <message>
        <source>Type something above to see where the model looks for each word that it gives.</source>
        <translation>Tapez quelque chose ci-dessus pour voir où regarde le modèle pour chaque mot qu’il donne.</translation>
    </message>
    <message>
        <source>This model has no attention: every word is made from the vector below. Choose a model with attention to see what it looks at.</source>
        <translation>Ce modèle n’a pas d’attention&#xa0;: chaque mot est fait à partir du vecteur ci-dessous. Choisissez un modèle avec attention pour voir ce qu’il regarde.</translation>
    </message>
    <message>
        <source>There is no word yet. What words look at will be here.</source>
        <translation>Il n’y a pas encore de mot. Ce que les mots regardent sera ici.</translation>
    </message>
    <message>
        <source>P(“%1” | “%2”)</source>
        <comment>source word given target word</comment>
        <translation>P(«&#xa0;%1&#xa0;» | «&#xa0;%2&#xa0;»)</translation>
    </message>
    <message>
        <source>%1 is being worked out</source>
        <translation>%1 est en cours de calcul</translation>
    </message>
    <message>
        <source>%1 is not yet computed</source>
        <translation>%1 n’est pas encore calculé</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>prior α = %1</source>
        <translation>a priori α = %1</translation>
    </message>
    <message numerus="yes">
        <source>sum of %n pieces</source>
        <translation>
            <numerusform>somme sur %n&#xa0;sous-mot</numerusform>
            <numerusform>somme sur %n&#xa0;sous-mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n steps</source>
        <translation>
            <numerusform>moyenne sur %n étape</numerusform>
            <numerusform>moyenne sur %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>the entropy of “%1” is not yet computed</source>
        <translation>l’entropie de «&#xa0;%1&#xa0;» n’est pas encore calculée</translation>
    </message>
    <message>
        <source>entropy of the weights of “%1”: %2 bits</source>
        <translation>entropie des poids de «&#xa0;%1&#xa0;»&#xa0;: %2&#xa0;bit</translation>
    </message>
    <message>
        <source>coverage of “%1”: %2</source>
        <translation>couverture de «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>strongest: %1</source>
        <translation>max&#xa0;: %1</translation>
    </message>
    <message>
        <source>words, given the word that came, 0 to 1</source>
        <translation>mots, sachant le mot produit, de 0 à 1</translation>
    </message>
    <message>
        <source>pieces, given the piece that came, 0 to 1</source>
        <translation>sous-mots, sachant le sous-mot produit, de 0 à 1</translation>
    </message>
    <message>
        <source>words, α from 0 to 1</source>
        <translation>mots, α de 0 à 1</translation>
    </message>
    <message>
        <source>pieces, α from 0 to 1</source>
        <translation>sous-mots, α de 0 à 1</translation>
    </message>
    <message>
        <source>steps %1 to %2</source>
        <translation>étapes %1 à %2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>étape %1</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>en cours de calcul</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>pas encore calculé</translation>
    </message>
    <message>
        <source>probability of “%1” given %2, “%3”: %4</source>
        <translation>probabilité de «&#xa0;%1&#xa0;» sachant %2, «&#xa0;%3&#xa0;»&#xa0;: %4</translation>
    </message>
    <message>
        <source>α of “%1” at %2, “%3”: %4</source>
        <translation>α de «&#xa0;%1&#xa0;», %2, «&#xa0;%3&#xa0;»&#xa0;: %4</translation>
    </message>
    <message>
        <source>Alignment heatmap</source>
        <translation>Carte d’alignement</translation>
    </message>
    <message>
        <source>Merge pieces into &amp;words</source>
        <translation>Réunir les sous-mots en &amp;mots</translation>
    </message>
    <message>
        <source>&amp;Posterior: given the word that came</source>
        <translation>A &amp;posteriori&#xa0;: sachant le mot produit</translation>
    </message>
    <message>
        <source>First target word at the &amp;bottom</source>
        <translation>Premier mot cible en &amp;bas</translation>
    </message>
    <message>
        <source>Source from &amp;right to left</source>
        <translation>Source de &amp;droite à gauche</translation>
    </message>
    <message>
        <source>Entrop&amp;y of each row</source>
        <translation>&amp;Entropie de chaque ligne</translation>
    </message>
    <message>
        <source>Co&amp;verage of each source word</source>
        <translation>&amp;Couverture de chaque mot source</translation>
    </message>
    <message>
        <source>Show the whole &amp;matrix</source>
        <translation>Afficher la matrice en&amp;tière</translation>
    </message>
    <message>
        <source>Colours: &amp;attention&apos;s hue</source>
        <translation>Couleurs&#xa0;: teinte de l’&amp;attention</translation>
    </message>
    <message>
        <source>Colours: v&amp;iridis</source>
        <translation>Couleurs&#xa0;: &amp;viridis</translation>
    </message>
    <message>
        <source>Colours: &amp;greys</source>
        <translation>Couleurs&#xa0;: &amp;gris</translation>
    </message>
    <message>
        <source>α(“%1”, “%2”)</source>
        <comment>target word, source word</comment>
        <translation>α(«&#xa0;%1&#xa0;», «&#xa0;%2&#xa0;»)</translation>
    </message>
    <message>
        <source>what %1 would change about “%2” is not yet computed</source>
        <translation>ce que changerait %1 à «&#xa0;%2&#xa0;» n’est pas encore calculé</translation>
    </message>
    <message>
        <source>%1 would change %2 of what “%3” is chosen from</source>
        <comment>kind of attention, share, word</comment>
        <translation>%1 changerait %2 de la loi dont «&#xa0;%3&#xa0;» est tiré</translation>
    </message>
    <message>
        <source>&amp;How much attention matters</source>
        <translation>À &amp;quel point l’attention compte</translation>
    </message>
    <message>
        <source>Pain&amp;t attention by hand</source>
        <translation>Peindre &amp;l’attention à la main</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <source>Paint attention by hand</source>
        <translation>Peindre l’attention à la main</translation>
    </message>
    <message>
        <source>Paint attention by hand: drag along a row to give its cells attention, with Shift to take it away. P begins and ends.</source>
        <translation>Peindre l’attention à la main&#xa0;: glissez le long d’une ligne pour donner de l’attention à ses cases, avec Maj pour en retirer. P commence et termine.</translation>
    </message>
    <message>
        <source>drag along a row: more attention; with Shift: less; P or Escape ends</source>
        <translation>glisser le long d’une ligne&#xa0;: plus d’attention&#x202f;; avec Maj&#xa0;: moins&#x202f;; P ou Échap termine</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a number, a translation</comment>
        <translation>%2&#xa0;: %1</translation>
    </message>
    <message>
        <source>Difference &amp;from %1</source>
        <comment>a translation</comment>
        <translation>Éca&amp;rt avec %1</translation>
    </message>
</context>
<context>
    <name>widgets::HeatmapPlot</name>
    <message>
        <source>Cells of the heatmap</source>
        <translation>Cases de la carte d’alignement</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>entropie</translation>
    </message>
    <message>
        <source>0–%1 bits</source>
        <translation>0–%1&#xa0;bit</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>couverture</translation>
    </message>
    <message>
        <source>0–%1</source>
        <translation>0–%1</translation>
    </message>
    <message>
        <source>uni</source>
        <comment>uniform attention, short</comment>
        <translation>uni</translation>
    </message>
    <message>
        <source>per</source>
        <comment>permuted attention, short</comment>
        <translation>per</translation>
    </message>
    <message>
        <source>one</source>
        <comment>one-hot attention, short</comment>
        <translation>seul</translation>
    </message>
    <message>
        <source>top</source>
        <comment>attention without the top word, short</comment>
        <translation>sans</translation>
    </message>
</context>
<context>
    <name>widgets::HoldPrompt</name>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>&amp;Zero</source>
        <translation>&amp;Zéro</translation>
    </message>
    <message>
        <source>&amp;Leave to the model</source>
        <translation>&amp;Laisser au modèle</translation>
    </message>
    <message>
        <source>Another source whose words are to choose from; Enter reads it.</source>
        <translation>Une autre source dont les mots sont au choix&#x202f;; Entrée la lit.</translation>
    </message>
    <message>
        <source>&amp;Hold at</source>
        <translation>&amp;Maintenir à</translation>
    </message>
    <message>
        <source>as &amp;in</source>
        <translation>&amp;comme dans</translation>
    </message>
    <message>
        <source>of the &amp;source</source>
        <translation>de la &amp;source</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <comment>which word, the word, a value</comment>
        <translation>%1. %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Hold %1…</source>
        <comment>a unit</comment>
        <translation>Maintenir %1…</translation>
    </message>
    <message>
        <source>Leave %1 to the model</source>
        <comment>a unit</comment>
        <translation>Laisser %1 au modèle</translation>
    </message>
</context>
<context>
    <name>widgets::InspectorPanel</name>
    <message>
        <source>show the largest only</source>
        <translation>ne montrer que les plus grands</translation>
    </message>
    <message>
        <source>show all %1</source>
        <translation>tout montrer (%1)</translation>
    </message>
    <message>
        <source>together %1</source>
        <translation>au total %1</translation>
    </message>
    <message>
        <source>%1 = %2, %3</source>
        <translation>%1 = %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Formula with its numbers</source>
        <translation>Formule avec ses nombres</translation>
    </message>
    <message>
        <source>This stays while text is selected; Escape lets go of it.</source>
        <translation>Ceci reste tant que du texte est sélectionné&#x202f;; Échap le relâche.</translation>
    </message>
    <message>
        <source>Type something above, then point at anything to see its formula and numbers.</source>
        <translation>Tapez quelque chose ci-dessus, puis pointez n’importe quoi pour en voir la formule et les nombres.</translation>
    </message>
    <message>
        <source>Copy selected &amp;text</source>
        <translation>Copier le &amp;texte sélectionné</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Tout &amp;sélectionner</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>The unit is held at this value by hand; the formula is what the model does.</source>
        <translation>L’unité est maintenue à cette valeur à la main&#x202f;; la formule est ce que fait le modèle.</translation>
    </message>
    <message>
        <source>In %1: %2.</source>
        <comment>a translation, a number</comment>
        <translation>À comparer avec %1&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>widgets::LearningFigure</name>
    <message>
        <source>There are no curves to export: nothing has been learned yet.</source>
        <translation>Il n’y a pas de courbes à exporter&#xa0;: rien n’a encore été appris.</translation>
    </message>
</context>
<context>
    <name>widgets::LearningPlot</name>
    <message>
        <source>Course of the learning</source>
        <translation>Cours de l’apprentissage</translation>
    </message>
    <message>
        <source>right</source>
        <translation>justes</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>perte</translation>
    </message>
    <message>
        <source>without attention</source>
        <translation>sans attention</translation>
    </message>
    <message>
        <source>pairs learned from</source>
        <translation>paires apprises</translation>
    </message>
    <message>
        <source>training time</source>
        <translation>durée d’apprentissage</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Nothing has been learned yet.</source>
        <translation>Rien n’a encore été appris.</translation>
    </message>
    <message>
        <source>After %1 pairs and %2 of training.</source>
        <translation>Après %1 paires et %2 d’apprentissage.</translation>
    </message>
    <message>
        <source>%1 of the held-out pairs right</source>
        <translation>%1 des paires mises de côté justes</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>perte %1</translation>
    </message>
    <message>
        <source>entropy %1</source>
        <translation>entropie %1</translation>
    </message>
    <message>
        <source>%1 of the attention where it should be</source>
        <translation>%1 de l’attention là où il faut</translation>
    </message>
    <message>
        <source>With attention: %1.</source>
        <translation>Avec attention&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Without attention: %1.</source>
        <translation>Sans attention&#xa0;: %1.</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>entropie</translation>
    </message>
</context>
<context>
    <name>widgets::Narration</name>
    <message>
        <source>Word piece %1, “%2”, is looked up in a table: its row there is its embedding, the vector that stands for it.</source>
        <translation>Le sous-mot %1, «&#xa0;%2&#xa0;», est cherché dans une table&#xa0;: sa ligne y est son plongement, le vecteur qui le représente.</translation>
    </message>
    <message numerus="yes">
        <source>It is row %1 of %2, with %n numbers, which training has found.</source>
        <translation>
            <numerusform>C’est la ligne %1 sur %2, avec %n nombre que l’entraînement a trouvé.</numerusform>
            <numerusform>C’est la ligne %1 sur %2, avec %n nombres que l’entraînement a trouvés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading begins: hidden state #1 is made of the first word piece, “%1”.</source>
        <translation>La lecture commence&#xa0;: l’état caché nº&#xa0;1 est fait du premier sous-mot, «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>There is no hidden state before it; the network begins with zeros.</source>
        <translation>Il n’y a pas d’état caché avant lui&#x202f;; le réseau part de zéros.</translation>
    </message>
    <message>
        <source>Hidden state #%1 is made of hidden state #%2 and word piece %1, “%3”.</source>
        <translation>L’état caché nº %1 est fait de l’état caché nº %2 et du sous-mot %1, «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>So it holds something of all words up to here, most of the last ones.</source>
        <translation>Il garde donc quelque chose de tous les mots jusqu’ici, surtout des derniers.</translation>
    </message>
    <message>
        <source>A second reading goes from right to left: it begins with “%1”.</source>
        <translation>Une seconde lecture va de droite à gauche&#xa0;: elle commence par «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>So that each word piece is read with what follows it, too.</source>
        <translation>Ainsi, chaque sous-mot est lu aussi avec ce qui le suit.</translation>
    </message>
    <message>
        <source>From right to left, hidden state #%1 is made of hidden state #%2 and “%3”.</source>
        <translation>De droite à gauche, l’état caché nº %1 est fait de l’état caché nº %2 et de «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>Both hidden states of “%1” together are its annotation: what attention can look at.</source>
        <translation>Les deux états cachés de «&#xa0;%1&#xa0;» forment ensemble son annotation&#xa0;: ce que l’attention peut regarder.</translation>
    </message>
    <message>
        <source>To choose word piece %1, the decoder compares its state with every annotation: “%2” fits best.</source>
        <translation>Pour choisir le sous-mot %1, le décodeur compare son état à chaque annotation&#xa0;: «&#xa0;%2&#xa0;» convient le mieux.</translation>
    </message>
    <message numerus="yes">
        <source>Its score is %1; the scores of all %n pieces go from %2 to %1.</source>
        <translation>
            <numerusform>Son score est %1&#x202f;; les scores du %n sous-mot vont de %2 à %1.</numerusform>
            <numerusform>Son score est %1&#x202f;; les scores des %n sous-mots vont de %2 à %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>To choose word piece %1, the decoder looks almost only at “%2” (%3).</source>
        <translation>Pour choisir le sous-mot %1, le décodeur ne regarde presque que «&#xa0;%2&#xa0;» (%3).</translation>
    </message>
    <message>
        <source>To choose word piece %1, the decoder looks at many words, most at “%2” (%3).</source>
        <translation>Pour choisir le sous-mot %1, le décodeur regarde beaucoup de mots, surtout «&#xa0;%2&#xa0;» (%3).</translation>
    </message>
    <message>
        <source>To choose word piece %1, the decoder looks mostly at “%2” (%3), and at “%4” (%5).</source>
        <translation>Pour choisir le sous-mot %1, le décodeur regarde surtout «&#xa0;%2&#xa0;» (%3), et «&#xa0;%4&#xa0;» (%5).</translation>
    </message>
    <message>
        <source>To choose word piece %1, the decoder looks at several words, most at “%2” (%3) and “%4” (%5).</source>
        <translation>Pour choisir le sous-mot %1, le décodeur regarde plusieurs mots, surtout «&#xa0;%2&#xa0;» (%3) et «&#xa0;%4&#xa0;» (%5).</translation>
    </message>
    <message>
        <source>Softmax has made weights of the scores: positive, and together 1.</source>
        <translation>La softmax a fait des poids à partir des scores&#xa0;: positifs, et de somme 1.</translation>
    </message>
    <message>
        <source>The context vector is nearly the annotation of “%1”: %2 of it.</source>
        <translation>Le vecteur de contexte est presque l’annotation de «&#xa0;%1&#xa0;»&#xa0;: il en contient %2.</translation>
    </message>
    <message>
        <source>The context vector is the sum of all annotations by their weights: %2 of “%1”, less of others.</source>
        <translation>Le vecteur de contexte est la somme des annotations selon leurs poids&#xa0;: %2 de «&#xa0;%1&#xa0;», moins des autres.</translation>
    </message>
    <message>
        <source>The context vector is the sum of all annotations by their weights: %2 of “%1”, %4 of “%3”, less of others.</source>
        <translation>Le vecteur de contexte est la somme des annotations selon leurs poids&#xa0;: %2 de «&#xa0;%1&#xa0;», %4 de «&#xa0;%3&#xa0;», moins des autres.</translation>
    </message>
    <message>
        <source>Without attention, the context of word piece %1 is that of every one: what the encoder ended with.</source>
        <translation>Sans attention, le contexte du sous-mot %1 est celui de tous&#xa0;: ce par quoi l’encodeur a fini.</translation>
    </message>
    <message>
        <source>One vector has to hold the whole source, however long it is.</source>
        <translation>Un seul vecteur doit contenir toute la source, si longue soit-elle.</translation>
    </message>
    <message>
        <source>It is as long as one annotation, however long the source is.</source>
        <translation>Il est aussi long qu’une annotation, si longue que soit la source.</translation>
    </message>
    <message>
        <source>From the context and its initial state, the decoder makes its first state.</source>
        <translation>Du contexte et de son état initial, le décodeur fait son premier état.</translation>
    </message>
    <message>
        <source>The initial state comes from what the encoder ended with.</source>
        <translation>L’état initial vient de ce par quoi l’encodeur a fini.</translation>
    </message>
    <message>
        <source>From the word before, “%1”, the context and state %2, the decoder makes state %3.</source>
        <translation>Du mot précédent, «&#xa0;%1&#xa0;», du contexte et de l’état %2, le décodeur fait l’état %3.</translation>
    </message>
    <message>
        <source>Its gates decide how much of the old state stays.</source>
        <translation>Ses portes décident de ce qui reste de l’ancien état.</translation>
    </message>
    <message>
        <source>The next best would have been “%1” (%2).</source>
        <translation>Le deuxième choix aurait été «&#xa0;%1&#xa0;» (%2).</translation>
    </message>
    <message>
        <source>The most probable would have been “%1” (%2).</source>
        <translation>Le plus probable aurait été «&#xa0;%1&#xa0;» (%2).</translation>
    </message>
    <message>
        <source>The decoder ends here: nothing more is to be said (%1).</source>
        <translation>Le décodeur s’arrête ici&#xa0;: il n’y a plus rien à dire (%1).</translation>
    </message>
    <message>
        <source>Word piece %1 is “%2”, although it is not the most probable (%3).</source>
        <translation>Le sous-mot %1 est «&#xa0;%2&#xa0;», bien qu’il ne soit pas le plus probable (%3).</translation>
    </message>
    <message>
        <source>Word piece %1 is “%2”, the most probable one (%3).</source>
        <translation>Le sous-mot %1 est «&#xa0;%2&#xa0;», le plus probable (%3).</translation>
    </message>
    <message numerus="yes">
        <source>Decoding was stopped after %n pieces, without having come to an end.</source>
        <translation>
            <numerusform>Le décodage a été arrêté après %n sous-mot, sans être arrivé à sa fin.</numerusform>
            <numerusform>Le décodage a été arrêté après %n sous-mots, sans être arrivé à sa fin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is said: %n pieces, all made from one vector.</source>
        <translation>
            <numerusform>Tout est dit&#xa0;: %n sous-mot, fait à partir d’un seul vecteur.</numerusform>
            <numerusform>Tout est dit&#xa0;: %n sous-mots, tous faits à partir d’un seul vecteur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare it with the model that has attention.</source>
        <translation>Comparez-la avec celle du modèle qui a l’attention.</translation>
    </message>
    <message numerus="yes">
        <source>The translation is complete: for each of its %n pieces, the decoder has looked at the sentence anew.</source>
        <translation>
            <numerusform>La traduction est complète&#xa0;: pour son %n sous-mot, le décodeur a regardé la phrase.</numerusform>
            <numerusform>La traduction est complète&#xa0;: pour chacun de ses %n sous-mots, le décodeur a regardé la phrase de nouveau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The threads show where: from the %n pieces of the source to the words.</source>
        <translation>
            <numerusform>Les fils montrent où&#xa0;: du %n sous-mot de la source aux mots.</numerusform>
            <numerusform>Les fils montrent où&#xa0;: des %n sous-mots de la source aux mots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cell %1 of the picture is seen: convolutions have made %n numbers of what is in it and around it, and the vector of its place is added.</source>
        <translation>
            <numerusform>La case %1 de l’image est vue&#xa0;: des convolutions ont tiré %n nombre de ce qui s’y trouve et de ce qui l’entoure, et le vecteur de sa place y est ajouté.</numerusform>
            <numerusform>La case %1 de l’image est vue&#xa0;: des convolutions ont tiré %n nombres de ce qui s’y trouve et de ce qui l’entoure, et le vecteur de sa place y est ajouté.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are its annotation: what attention can look at.</source>
        <translation>C’est son annotation&#xa0;: ce que l’attention peut regarder.</translation>
    </message>
    <message numerus="yes">
        <source>The caption is complete: for each of its %n pieces, the decoder has looked at the picture anew.</source>
        <translation>
            <numerusform>La légende est complète&#xa0;: pour son %n sous-mot, le décodeur a regardé l’image.</numerusform>
            <numerusform>La légende est complète&#xa0;: pour chacun de ses %n sous-mots, le décodeur a regardé l’image à nouveau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The threads show where: from the %n cells of the picture to the words.</source>
        <translation>
            <numerusform>Les fils montrent où&#xa0;: de la %n case de l’image aux mots.</numerusform>
            <numerusform>Les fils montrent où&#xa0;: des %n cases de l’image aux mots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The summary is complete: for each of its %n pieces, the decoder has looked at the text anew.</source>
        <translation>
            <numerusform>Le résumé est complet&#xa0;: pour son %n sous-mot, le décodeur a regardé le texte.</numerusform>
            <numerusform>Le résumé est complet&#xa0;: pour chacun de ses %n sous-mots, le décodeur a regardé le texte de nouveau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The reply is complete: for each of its %n pieces, the decoder has looked at what was said anew.</source>
        <translation>
            <numerusform>La réponse est complète&#xa0;: pour son %n sous-mot, le décodeur a regardé ce qui a été dit.</numerusform>
            <numerusform>La réponse est complète&#xa0;: pour chacun de ses %n sous-mots, le décodeur a regardé de nouveau ce qui a été dit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is said: for each of the %n pieces, the decoder has looked at the source anew.</source>
        <translation>
            <numerusform>Tout est dit&#xa0;: pour le %n sous-mot, le décodeur a regardé la source.</numerusform>
            <numerusform>Tout est dit&#xa0;: pour chacun des %n sous-mots, le décodeur a regardé la source de nouveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here differs from %1.</source>
        <translation>Rien ici ne change par rapport à %1.</translation>
    </message>
    <message>
        <source>The vectors of the two models are not alike: they cannot be compared.</source>
        <translation>Les vecteurs des deux modèles n’ont pas la même forme&#xa0;: on ne peut pas les comparer.</translation>
    </message>
    <message>
        <source>The numbers made here differ from those in %1, by up to %2.</source>
        <comment>a translation</comment>
        <translation>Les nombres calculés ici ne sont plus ceux de %1&#x202f;; l’écart va jusqu’à %2.</translation>
    </message>
    <message>
        <source>The states of two models cannot be compared.</source>
        <translation>Les états de deux modèles ne se comparent pas.</translation>
    </message>
    <message>
        <source>“%1” has %2 of the attention here, and %3 in %4.</source>
        <translation>«&#xa0;%1&#xa0;» reçoit ici %2 de l’attention, et %3 dans %4.</translation>
    </message>
    <message>
        <source>“%1” has %2 of the attention here, and %3 in %4, where “%5” has most of it: %6.</source>
        <translation>«&#xa0;%1&#xa0;» reçoit ici %2 de l’attention, et %3 dans %4, où «&#xa0;%5&#xa0;» en reçoit le plus&#xa0;: %6.</translation>
    </message>
    <message>
        <source>No step of %1 can be compared with this one: other words come before it.</source>
        <translation>Aucune étape de %1 ne se compare à celle-ci&#xa0;: d’autres mots la précèdent.</translation>
    </message>
    <message>
        <source>In %1 it is “%2”, too, with the same probability.</source>
        <translation>Dans %1, c’est aussi «&#xa0;%2&#xa0;», avec la même probabilité.</translation>
    </message>
    <message>
        <source>In %1 it is “%2”, too, with nearly the same probability.</source>
        <translation>Dans %1, c’est aussi «&#xa0;%2&#xa0;», avec presque la même probabilité.</translation>
    </message>
    <message>
        <source>In %1 it is “%2”, too, but with %3 and not %4.</source>
        <translation>Dans %1, c’est aussi «&#xa0;%2&#xa0;», mais avec %3 au lieu de %4.</translation>
    </message>
    <message>
        <source>In %1, nothing stands in its place.</source>
        <translation>Dans %1, il n’y a rien à sa place.</translation>
    </message>
    <message>
        <source>In %1, “%2” stands in its place.</source>
        <translation>Dans %1, il y a «&#xa0;%2&#xa0;» à sa place.</translation>
    </message>
    <message>
        <source>In %1, “%2” stands in its place, with %3.</source>
        <translation>Dans %1, il y a «&#xa0;%2&#xa0;» à sa place, avec %3.</translation>
    </message>
    <message>
        <source>In %1, “%2” stands in its place, with %3; “%4” has %5 there.</source>
        <translation>Dans %1, il y a «&#xa0;%2&#xa0;» à sa place, avec %3&#x202f;; «&#xa0;%4&#xa0;» y a %5.</translation>
    </message>
    <message>
        <source>Every word is as in %1, with the same probability.</source>
        <translation>Tous les mots sont ceux de %1, avec la même probabilité.</translation>
    </message>
    <message>
        <source>Every word is as in %1; the log-probability of all is %2, and %3 there.</source>
        <translation>Tous les mots sont ceux de %1&#x202f;; la log-probabilité de l’ensemble est de %2, contre %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are others than in %1; the log-probability of all is %2, and %3 there.</source>
        <translation>
            <numerusform>%n sous-mot n’est pas celui de %1&#x202f;; la log-probabilité de l’ensemble est de %2, contre %3.</numerusform>
            <numerusform>%n sous-mots ne sont pas ceux de %1&#x202f;; la log-probabilité de l’ensemble est de %2, contre %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::NarrationView</name>
    <message>
        <source>&amp;Narration</source>
        <translation>Commen&amp;taire</translation>
    </message>
    <message>
        <source>Narration in &amp;two sentences</source>
        <translation>Commentaire en &amp;deux phrases</translation>
    </message>
    <message>
        <source>Type something above to hear what is done with it.</source>
        <translation>Tapez quelque chose ci-dessus pour entendre ce qui en est fait.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>&amp;Exporter l’image…</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>Commentaire</translation>
    </message>
</context>
<context>
    <name>widgets::NeighbourList</name>
    <message>
        <source>Nearest neighbours</source>
        <translation>Plus proches voisins</translation>
    </message>
    <message>
        <source>cosine of “%1” and “%2”: %3</source>
        <translation>cosinus de «&#xa0;%1&#xa0;» et «&#xa0;%2&#xa0;»&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, unit %2 of %3: %4</source>
        <translation>%1, unité %2 sur %3&#xa0;: %4</translation>
    </message>
</context>
<context>
    <name>widgets::Numbers</name>
    <message>
        <source>.</source>
        <comment>the decimal sign</comment>
        <translation>,</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>.5</source>
        <comment>a number below 1 where there is hardly room: with a zero in front where the language always writes one</comment>
        <translation>0,5</translation>
    </message>
</context>
<context>
    <name>widgets::Panel</name>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <source>Copy &amp;numbers</source>
        <translation>Copier les &amp;nombres</translation>
    </message>
    <message>
        <source>A win&amp;dow of its own</source>
        <translation>&amp;Fenêtre séparée</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>E&amp;xporter l’image…</translation>
    </message>
    <message>
        <source>Difference from %1</source>
        <comment>a translation</comment>
        <translation>Écart avec %1</translation>
    </message>
</context>
<context>
    <name>widgets::PieceLabel</name>
    <message>
        <source>padding</source>
        <translation>remplissage</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>début</translation>
    </message>
    <message>
        <source>end</source>
        <translation>fin</translation>
    </message>
</context>
<context>
    <name>widgets::PieceListModel</name>
    <message>
        <source>“%1”, row %2 of the table</source>
        <translation>«&#xa0;%1&#xa0;», ligne %2 de la table</translation>
    </message>
</context>
<context>
    <name>widgets::Reference</name>
    <message>
        <source>the original</source>
        <comment>in sentences such as “0.32 in the original”</comment>
        <translation>l’original</translation>
    </message>
</context>
<context>
    <name>widgets::SceneCanvas</name>
    <message>
        <source>%1, shape %2 of %3</source>
        <translation>%1, forme %2 sur %3</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nuit</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Bring to the front</source>
        <translation>Mettre au premier plan</translation>
    </message>
    <message>
        <source>Send to the back</source>
        <translation>Mettre à l’arrière-plan</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>widgets::ScenePanel</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Add a shape</source>
        <translation>Ajouter une forme</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>This model reads text. A model of captions sees a picture here.</source>
        <translation>Ce modèle lit du texte. Un modèle de légendes voit ici une image.</translation>
    </message>
    <message>
        <source>A model of captions sees a picture here.</source>
        <translation>Un modèle de légendes voit ici une image.</translation>
    </message>
    <message>
        <source>The model has only ever seen drawn scenes.</source>
        <translation>Le modèle n’a jamais vu que des scènes dessinées.</translation>
    </message>
    <message>
        <source>“%1”: most light on %2, %3</source>
        <comment>word, cell, weight</comment>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: le plus de lumière sur %2, %3</translation>
    </message>
    <message>
        <source>Attention as light</source>
        <translation>Attention en lumière</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Cases</translation>
    </message>
</context>
<context>
    <name>widgets::ScoresPanel</name>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Words in view</source>
        <translation>Mots en vue</translation>
    </message>
    <message>
        <source>Type something above to see how its words are scored.</source>
        <translation>Tapez quelque chose ci-dessus pour voir quels scores ont ses mots.</translation>
    </message>
    <message>
        <source>This model has no attention, so it gives the source words no scores: every step is given the vector below. Choose a model with attention to see scores.</source>
        <translation>Ce modèle n’a pas d’attention et ne donne donc pas de scores aux mots source&#xa0;: chaque étape reçoit le vecteur ci-dessous. Choisissez un modèle à attention pour voir des scores.</translation>
    </message>
    <message>
        <source>There is no word yet. The scores for the first one will be here.</source>
        <translation>Il n’y a pas encore de mot. Les scores du premier seront ici.</translation>
    </message>
    <message>
        <source>The source is still being read. Scores begin with the first word: Space plays on, Ctrl+→ goes there.</source>
        <translation>La source est encore en train d’être lue. Les scores commencent avec le premier mot&#xa0;: la barre d’espace continue, Ctrl+→ y mène.</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>étape %1</translation>
    </message>
    <message>
        <source>step %1: “%2”</source>
        <translation>étape %1&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>score eᵢⱼ</source>
        <translation>score eᵢⱼ</translation>
    </message>
    <message>
        <source>softmax αᵢⱼ</source>
        <translation>softmax αᵢⱼ</translation>
    </message>
    <message>
        <source>Σ = %1</source>
        <translation>Σ = %1</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>pas encore calculé</translation>
    </message>
    <message>
        <source>largest: %1. %2</source>
        <translation>le plus grand&#xa0;: %1. %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>“%1”: score %2, α %3</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: score %2&#x202f;; α %3</translation>
    </message>
    <message>
        <source>%1; %2: %3</source>
        <translation>%1&#x202f;; %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Scores and softmax</source>
        <translation>Scores et softmax</translation>
    </message>
    <message>
        <source>what if: τ = %1</source>
        <translation>et si&#xa0;: τ = %1</translation>
    </message>
    <message>
        <source>Temperature of the softmax</source>
        <translation>Température du softmax</translation>
    </message>
    <message>
        <source>What the weights would be at another temperature τ. A double click, Escape or T leads back to 1.</source>
        <translation>Ce que seraient les poids à une autre température τ. Un double clic, Échap ou T ramène à 1.</translation>
    </message>
    <message>
        <source>exp(e − max)</source>
        <translation>exp(e − max)</translation>
    </message>
    <message>
        <source>exp((e − max)/τ)</source>
        <translation>exp((e − max)/τ)</translation>
    </message>
    <message>
        <source>exp(e − max): the weights are these, divided by their sum. They are the exp(e) of the formula, each divided by the largest: the weights stay the same.</source>
        <translation>exp(e − max)&#xa0;: les poids sont ces nombres divisés par leur somme. Ce sont les exp(e) de la formule, chacun divisé par le plus grand&#xa0;: les poids restent les mêmes.</translation>
    </message>
    <message>
        <source>exp((e − max)/τ): what the weights would be, but for the division by their sum.</source>
        <translation>exp((e − max)/τ)&#xa0;: ce que seraient les poids, à la division par leur somme près.</translation>
    </message>
    <message>
        <source>τ = 1</source>
        <translation>τ = 1</translation>
    </message>
    <message>
        <source>Back to the model&apos;s &amp;temperature</source>
        <translation>Revenir à la &amp;température du modèle</translation>
    </message>
    <message>
        <source>Decode with this temperature here</source>
        <translation>Décoder avec cette température ici</translation>
    </message>
    <message>
        <source>Decode with this temperature everywhere</source>
        <translation>Décoder avec cette température partout</translation>
    </message>
    <message>
        <source>%1; by hand: %2</source>
        <translation>%1&#x202f;; à la main&#xa0;: %2</translation>
    </message>
    <message>
        <source>αᵢⱼ set by hand</source>
        <translation>αᵢⱼ à la main</translation>
    </message>
    <message>
        <source>Drag a bar to give its word more attention or less: the others give way. The keys + and − do so for the marked word.</source>
        <translation>Glissez une barre pour donner plus ou moins d’attention à son mot&#xa0;: les autres cèdent la place. Les touches + et − le font pour le mot marqué.</translation>
    </message>
</context>
<context>
    <name>widgets::SourceEditor</name>
    <message>
        <source>Word of the source</source>
        <translation>Mot de la source</translation>
    </message>
    <message>
        <source>Type another word here; Enter reads the source with it.</source>
        <translation>Tapez ici un autre mot&#x202f;; Entrée lit la source avec lui.</translation>
    </message>
</context>
<context>
    <name>widgets::StatesCanvas</name>
    <message>
        <source>Hidden states</source>
        <translation>États cachés</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>pas encore calculé</translation>
    </message>
    <message>
        <source>%1, unit %2 of %3, “%4”: %5</source>
        <translation>%1, unité %2 sur %3, «&#xa0;%4&#xa0;»&#xa0;: %5</translation>
    </message>
    <message>
        <source>Point at a cell for its value. The wheel zooms the units.</source>
        <translation>Pointez une case pour lire sa valeur. La molette zoome sur les unités.</translation>
    </message>
    <message>
        <source>There is no word yet.</source>
        <translation>Il n’y a pas encore de mot.</translation>
    </message>
    <message>
        <source>Enlarge the panel to see the states.</source>
        <translation>Agrandissez le panneau pour voir les états.</translation>
    </message>
    <message>
        <source>%1; difference from %2</source>
        <comment>a number, a translation</comment>
        <translation>%1&#x202f;; écart avec %2</translation>
    </message>
    <message>
        <source>%1 (%2 in %3)</source>
        <comment>a number, what it is in a translation</comment>
        <translation>%1 (%3&#xa0;: %2)</translation>
    </message>
    <message>
        <source>Differences from %1.</source>
        <comment>a translation</comment>
        <translation>Écarts avec %1.</translation>
    </message>
    <message>
        <source>%1, unit %2 of %3, the initial state: %4</source>
        <translation>%1, unité %2 sur %3, l’état initial&#xa0;: %4</translation>
    </message>
</context>
<context>
    <name>widgets::StatesPanel</name>
    <message>
        <source>The course of a unit over time: point at a cell, or click to keep its unit.</source>
        <translation>L’évolution d’une unité dans le temps&#xa0;: pointez une case, ou cliquez pour garder son unité.</translation>
    </message>
    <message>
        <source>unit %1 of %2 over time</source>
        <translation>unité %1 sur %2 dans le temps</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>décodeur</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>encodeur</translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n unité</numerusform>
            <numerusform>%n&#xa0;unités</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation>%1&#xa0;unités sur %2</translation>
    </message>
    <message>
        <source>by activity</source>
        <translation>par activité</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>de 0 à 1</translation>
    </message>
    <message>
        <source>±%1</source>
        <translation>±%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>What is shown of each unit</source>
        <translation>Ce qui est montré de chaque unité</translation>
    </message>
    <message>
        <source>state h</source>
        <translation>état h</translation>
    </message>
    <message>
        <source>reset gate r</source>
        <translation>porte de réinitialisation r</translation>
    </message>
    <message>
        <source>update gate z</source>
        <translation>porte de mise à jour z</translation>
    </message>
    <message>
        <source>candidate n</source>
        <translation>candidat n</translation>
    </message>
    <message>
        <source>Order of the units</source>
        <translation>Ordre des unités</translation>
    </message>
    <message>
        <source>as in the model</source>
        <translation>comme dans le modèle</translation>
    </message>
    <message>
        <source>by this moment</source>
        <translation>selon cet instant</translation>
    </message>
    <message>
        <source>The mean size of what is shown over all words, the largest first</source>
        <translation>La grandeur moyenne, sur tous les mots, de ce qui est montré, les plus grandes d’abord</translation>
    </message>
    <message>
        <source>The value at the current step and at the selected source word, the largest first; a pointer below the pictures shows where that is</source>
        <translation>La valeur à l’étape en cours et au mot source sélectionné, les plus grandes d’abord&#x202f;; un repère sous les images montre où</translation>
    </message>
    <message>
        <source>Which layers are shown</source>
        <translation>Les couches montrées</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>toutes les couches</translation>
    </message>
    <message>
        <source>encoder →</source>
        <translation>encodeur →</translation>
    </message>
    <message>
        <source>encoder ←</source>
        <translation>encodeur ←</translation>
    </message>
    <message>
        <source>Units in view</source>
        <translation>Unités en vue</translation>
    </message>
    <message>
        <source>Type something above to see the hidden states it runs through.</source>
        <translation>Tapez quelque chose ci-dessus pour voir les états cachés par lesquels cela passe.</translation>
    </message>
    <message>
        <source>Show &amp;all units</source>
        <translation>Afficher &amp;toutes les unités</translation>
    </message>
    <message>
        <source>&amp;Let go of the unit</source>
        <translation>Re&amp;lâcher l’unité</translation>
    </message>
    <message>
        <source>Hidden states</source>
        <translation>États cachés</translation>
    </message>
</context>
<context>
    <name>widgets::Text</name>
    <message>
        <source>%1, %2</source>
        <comment>facts side by side</comment>
        <translation>%1&#x202f;; %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name and what is said of it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a word that is spoken of</comment>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>widgets::TimelineTrack</name>
    <message>
        <source>embedding</source>
        <translation>plongement</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>sens direct</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>sens inverse</translation>
    </message>
    <message>
        <source>score</source>
        <translation>score</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>context</source>
        <translation>contexte</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>word</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>reading “%1”</source>
        <translation>lecture de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>reading · %1 %2 of %3</source>
        <translation>lecture · %1, %2 sur %3</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>étape %1 sur %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 “%3”</source>
        <translation>%1 · %2 «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>étape %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, p = %2; %3 in %4</source>
        <comment>a word, its probability, what it is in a translation</comment>
        <translation>%1, p = %2&#x202f;; %4&#xa0;: %3</translation>
    </message>
    <message>
        <source>looking at the picture</source>
        <translation>l’image est regardée</translation>
    </message>
</context>
<context>
    <name>widgets::TimelineView</name>
    <message>
        <source>To the &amp;start</source>
        <translation>Au &amp;début</translation>
    </message>
    <message>
        <source>&amp;Back a stage</source>
        <translation>Phase &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;On a stage</source>
        <translation>Phase &amp;suivante</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>À la &amp;fin</translation>
    </message>
    <message>
        <source>Back a &amp;word</source>
        <translation>&amp;Mot précédent</translation>
    </message>
    <message>
        <source>On a wor&amp;d</source>
        <translation>Mot s&amp;uivant</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>&amp;Loop this word</source>
        <translation>Ce mot en &amp;boucle</translation>
    </message>
    <message>
        <source>Play slowe&amp;r</source>
        <translation>Plus le&amp;ntement</translation>
    </message>
    <message>
        <source>Play &amp;faster</source>
        <translation>Plus &amp;vite</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Vitesse de lecture</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>E&amp;xporter l’image…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>P&amp;ause</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
</context>
<context>
    <name>widgets::TranslationLine</name>
    <message>
        <source>the model has not seen signs alone</source>
        <translation>le modèle n’a jamais vu de signes seuls</translation>
    </message>
    <message>
        <source>the model has not learned this alphabet</source>
        <translation>le modèle n’a pas appris cet alphabet</translation>
    </message>
    <message>
        <source>the model has not seen such words</source>
        <translation>le modèle n’a jamais vu de tels mots</translation>
    </message>
    <message>
        <source>Copy the resu&amp;lt</source>
        <translation>Copier le résul&amp;tat</translation>
    </message>
    <message>
        <source>%1 · stopped at the length limit</source>
        <translation>%1 · arrêtée à la longueur maximale</translation>
    </message>
    <message>
        <source>stopped at the length limit · log-probability %1 per piece</source>
        <translation>arrêtée à la longueur maximale · log-probabilité %1 par sous-mot</translation>
    </message>
    <message>
        <source>greedy · log-probability %1 per piece</source>
        <translation>décodage glouton · log-probabilité %1 par sous-mot</translation>
    </message>
    <message>
        <source>Another word here…</source>
        <translation>Un autre mot ici…</translation>
    </message>
    <message>
        <source>not in %1</source>
        <comment>a translation</comment>
        <translation>absent de %1</translation>
    </message>
    <message>
        <source>p = %1; %2 in %3</source>
        <comment>a probability, what it is in a translation</comment>
        <translation>p = %1&#x202f;; %3&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>widgets::TranslationPair</name>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>no attention: one fixed vector for every word</source>
        <translation>pas d’attention&#xa0;: un seul vecteur fixe pour chaque mot</translation>
    </message>
</context>
<context>
    <name>widgets::UnitEdit</name>
    <message>
        <source>unit %1 of %2</source>
        <translation>unité %1 de %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>unit 13 of s₇ at 0.5</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1 left to the model</source>
        <translation>%1 laissée au modèle</translation>
    </message>
    <message>
        <source>before the first word</source>
        <translation>avant le premier mot</translation>
    </message>
</context>
<context>
    <name>widgets::UnitGrid</name>
    <message>
        <source>All units</source>
        <translation>Toutes les unités</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>pas encore calculé</translation>
    </message>
    <message>
        <source>Colours up to ±%1. Point at a unit, or use the arrow keys; Escape closes.</source>
        <translation>Couleurs jusqu’à ±%1. Pointez une unité, ou utilisez les flèches&#x202f;; Échap ferme.</translation>
    </message>
    <message>
        <source>unit %1 of %2: %3</source>
        <translation>unité %1 sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>unit %1 of %2: %3, held by hand</source>
        <translation>unité %1 sur %2&#xa0;: %3, maintenue à la main</translation>
    </message>
</context>
<context>
    <name>widgets::UnrolledOverview</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>The whole picture; drag the frame to move what is in view</source>
        <translation>L’image entière&#x202f;; glissez le cadre pour déplacer la vue</translation>
    </message>
</context>
<context>
    <name>widgets::UnrolledView</name>
    <message>
        <source>decoder ±%1</source>
        <translation>décodeur ±%1</translation>
    </message>
    <message>
        <source>encoder, c ±%1</source>
        <translation>encodeur, c ±%1</translation>
    </message>
    <message>
        <source>embeddings ±%1</source>
        <translation>plongements ±%1</translation>
    </message>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
    <message>
        <source>readout</source>
        <translation>sortie</translation>
    </message>
    <message>
        <source>decoder states</source>
        <translation>états du décodeur</translation>
    </message>
    <message>
        <source>context</source>
        <translation>contexte</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>attention</translation>
    </message>
    <message>
        <source>one fixed vector</source>
        <translation>un vecteur fixe</translation>
    </message>
    <message>
        <source>encoder ←</source>
        <translation>encodeur ←</translation>
    </message>
    <message>
        <source>encoder →</source>
        <translation>encodeur →</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>plongements</translation>
    </message>
    <message>
        <source>look-up</source>
        <translation>consultation</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>jetons</translation>
    </message>
    <message>
        <source>α from %1 up</source>
        <translation>α à partir de %1</translation>
    </message>
    <message>
        <source>every α</source>
        <translation>tous les α</translation>
    </message>
    <message numerus="yes">
        <source>%n units, ±%1</source>
        <translation>
            <numerusform>%n unité, ±%1</numerusform>
            <numerusform>%n&#xa0;unités, ±%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n unité</numerusform>
            <numerusform>%n&#xa0;unités</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2, ±%3</source>
        <translation>%1 sur %2, ±%3</translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation>%1&#xa0;unités sur %2</translation>
    </message>
    <message>
        <source>Type above what the model is to read, and watch what becomes of it.</source>
        <translation>Tapez ci-dessus ce que le modèle doit lire, et regardez ce qu’il en fait.</translation>
    </message>
    <message>
        <source>not yet computed</source>
        <translation>pas encore calculé</translation>
    </message>
    <message>
        <source>unit %1 of %2: %3</source>
        <translation>unité %1 sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 = tanh(W [s%2 ; c%2 ; y%3] + b): compared with the embedding of every piece, it gives the probability of each</source>
        <translation>%1 = tanh(W [s%2&#x202f;; c%2&#x202f;; y%3] + b)&#xa0;: comparé au plongement de chaque sous-mot, il en donne la probabilité</translation>
    </message>
    <message>
        <source>y₀: the embedding of the piece that stands for the beginning</source>
        <translation>y₀&#xa0;: le plongement du sous-mot qui tient lieu de début</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>début</translation>
    </message>
    <message>
        <source>%1 · “%2” · %3 units</source>
        <translation>%1 · «&#xa0;%2&#xa0;» · %3&#xa0;unités</translation>
    </message>
    <message>
        <source>row %1 of %2</source>
        <translation>ligne %1 sur %2</translation>
    </message>
    <message>
        <source>“%1”: piece %2 of %3, number %4 of the vocabulary</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: sous-mot %2 sur %3, numéro %4 du vocabulaire</translation>
    </message>
    <message>
        <source>Step %1: not yet computed</source>
        <translation>Étape %1&#xa0;: pas encore calculée</translation>
    </message>
    <message>
        <source>Step %1 of %2: not yet computed; click to go there</source>
        <translation>Étape %1 sur %2&#xa0;: pas encore calculée&#x202f;; cliquez pour y aller</translation>
    </message>
    <message>
        <source>“%1”: word piece %2 of %3, probability %4 %</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: sous-mot %2 sur %3, probabilité %4&#x202f;%</translation>
    </message>
    <message>
        <source>%1: not yet computed</source>
        <translation>%1&#xa0;: pas encore calculé</translation>
    </message>
    <message>
        <source>%1, unit %2 of %3: %4</source>
        <translation>%1, unité %2 sur %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>Step %1 of %2, “%3”.</source>
        <translation>Étape %1 sur %2, «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>The context is the same vector at every step: what the encoder ended with.</source>
        <translation>Le contexte est le même vecteur à chaque étape&#xa0;: l’état final de l’encodeur.</translation>
    </message>
    <message>
        <source>“%1” %2 %</source>
        <translation>«&#xa0;%1&#xa0;» %2&#x202f;%</translation>
    </message>
    <message>
        <source>Most attention is on: %1.</source>
        <translation>L’attention porte surtout sur&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Fit everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Readable size</source>
        <translation>Taille lisible</translation>
    </message>
    <message>
        <source>Unrolled view</source>
        <translation>Vue déroulée</translation>
    </message>
    <message>
        <source>All &amp;units</source>
        <translation>Toutes les &amp;unités</translation>
    </message>
    <message>
        <source>&amp;Links from</source>
        <translation>&amp;Liens</translation>
    </message>
    <message>
        <source>weight %1 up</source>
        <translation>à partir du poids %1</translation>
    </message>
    <message>
        <source>every weight</source>
        <translation>tous les poids</translation>
    </message>
    <message>
        <source>Least weight of a link</source>
        <translation>Plus petit poids d’un lien</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>E&amp;xporter l’image…</translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation>&amp;Mots entiers</translation>
    </message>
    <message>
        <source>Pieces of one word are shown as one, with the sum of their attention.</source>
        <translation>Les sous-mots d’un même mot n’en font qu’un, avec la somme de leur attention.</translation>
    </message>
    <message>
        <source>s₀ · the initial state · %1 units</source>
        <translation>s₀ · l’état initial · %1 unités</translation>
    </message>
    <message>
        <source>%1 (%2 in %3)</source>
        <comment>a number, what it is in a translation</comment>
        <translation>%1 (%3&#xa0;: %2)</translation>
    </message>
    <message>
        <source>not in %1</source>
        <comment>a translation</comment>
        <translation>absent de %1</translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <comment>pieces, a translation</comment>
        <translation>%2&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>annotations</translation>
    </message>
    <message>
        <source>places</source>
        <translation>places</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>cases</translation>
    </message>
</context>
<context>
    <name>widgets::Use</name>
    <message>
        <source>Summaries</source>
        <translation>Résumés</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>résumé</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>Dialogue</translation>
    </message>
    <message>
        <source>dialogue</source>
        <translation>dialogue</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Réplique</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Légendes</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>légende</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Exercices</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>exercice</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>traduction</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>Sums up a text in a few words. What matters may be missing, and what it says may not stand in the text.</source>
        <translation>Résume un texte en quelques mots. L’essentiel peut manquer, et ce qu’il dit peut ne pas se trouver dans le texte.</translation>
    </message>
    <message>
        <source>Replies to what is said. It knows nothing and is no assistant: a reply is what was often said in such a place.</source>
        <translation>Répond à ce qui est dit. Il ne sait rien et n’est pas un assistant&#xa0;: une réponse est ce qui se disait souvent à cet endroit.</translation>
    </message>
    <message>
        <source>Describes a picture. It has only ever seen drawn scenes: of other pictures it says what they would be as such a scene.</source>
        <translation>Décrit une image. Il n’a jamais vu que des scènes dessinées&#xa0;: des autres images, il dit ce qu’elles seraient comme une telle scène.</translation>
    </message>
    <message>
        <source>Has learned an exercise. What is no source of it becomes nothing sensible.</source>
        <translation>A appris un exercice. De ce qui n’en est pas une source, il ne fait rien de sensé.</translation>
    </message>
    <message>
        <source>Translates a sentence. Rare words and long sentences are where it errs.</source>
        <translation>Traduit une phrase. C’est sur les mots rares et les longues phrases qu’il se trompe.</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>une image</translation>
    </message>
</context>
<context>
    <name>widgets::WordChoice</name>
    <message>
        <source>instead of “%1”: most probable was “%2”, %3</source>
        <translation>«&#xa0;%1&#xa0;» au lieu de «&#xa0;%2&#xa0;», le plus probable, %3</translation>
    </message>
    <message>
        <source>instead of “%1”: runner-up “%2”, %3</source>
        <translation>«&#xa0;%1&#xa0;»&#x202f;; sinon «&#xa0;%2&#xa0;», %3</translation>
    </message>
</context>
<context>
    <name>widgets::WordChoiceBars</name>
    <message>
        <source>p(%1) = %2, log-probability %3</source>
        <translation>p(%1) = %2&#x202f;; log-probabilité %3</translation>
    </message>
    <message>
        <source>%1; p = %2 in %3</source>
        <comment>a translation</comment>
        <translation>%1&#x202f;; %3&#xa0;: p = %2</translation>
    </message>
</context>
<context>
    <name>widgets::WordChoicePanel</name>
    <message>
        <source>every step</source>
        <translation>étapes</translation>
    </message>
    <message>
        <source>Table of every step</source>
        <translation>Tableau de toutes les étapes</translation>
    </message>
    <message>
        <source>Word choice at every step</source>
        <translation>Choix du mot à chaque étape</translation>
    </message>
    <message>
        <source>step</source>
        <translation>étape</translation>
    </message>
    <message>
        <source>word</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation>deuxième</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>bit</translation>
    </message>
    <message>
        <source>Type something above to see which words could have been chosen.</source>
        <translation>Tapez quelque chose ci-dessus pour voir quels mots auraient pu être choisis.</translation>
    </message>
    <message>
        <source>There is no word yet. What the first one is chosen from will be here.</source>
        <translation>Il n’y a pas encore de mot. Ce parmi quoi le premier est choisi sera ici.</translation>
    </message>
    <message>
        <source>The source is still being read. Words are chosen once it has been: Space plays on, Ctrl+→ goes there.</source>
        <translation>La source est encore en train d’être lue. Les mots sont choisis ensuite&#xa0;: la barre d’espace continue, Ctrl+→ y mène.</translation>
    </message>
    <message>
        <source>step %1, entropy %2 bits</source>
        <translation>étape %1, entropie %2&#xa0;bit</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>étape %1</translation>
    </message>
    <message>
        <source>word set by hand</source>
        <translation>mot fixé à la main</translation>
    </message>
    <message>
        <source>Table of every &amp;step</source>
        <translation>&amp;Tableau de toutes les étapes</translation>
    </message>
    <message>
        <source>Word choice</source>
        <translation>Choix du mot</translation>
    </message>
    <message>
        <source>Take “%1” here</source>
        <translation>Prendre ici «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Leave this word to the model</source>
        <translation>Laisser ce mot au modèle</translation>
    </message>
    <message>
        <source>Another word here…</source>
        <translation>Un autre mot ici…</translation>
    </message>
</context>
<context>
    <name>widgets::WordOffers</name>
    <message>
        <source>“%1” cannot be taken: the vocabulary has no pieces for it.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être pris&#xa0;: le vocabulaire n’a pas de sous-mots pour l’écrire.</translation>
    </message>
    <message>
        <source>“%1” is one piece of the vocabulary.</source>
        <translation>«&#xa0;%1&#xa0;» est un sous-mot du vocabulaire.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is no word of the vocabulary; it takes %n pieces, bytes among them, one step each.</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» n’est pas un mot du vocabulaire&#x202f;; il faut %n sous-mot, un octet, en une étape.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» n’est pas un mot du vocabulaire&#x202f;; il faut %n sous-mots, dont des octets, une étape pour chacun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is no word of the vocabulary; it takes %n pieces, one step each.</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» n’est pas un mot du vocabulaire&#x202f;; il faut %n sous-mot, une étape.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» n’est pas un mot du vocabulaire&#x202f;; il faut %n sous-mots, une étape pour chacun.</numerusform>
        </translation>
    </message>
    <message>
        <source>The most probable words; or type another one.</source>
        <translation>Les mots les plus probables&#x202f;; ou tapez-en un autre.</translation>
    </message>
    <message>
        <source>No piece of the vocabulary goes on like that.</source>
        <translation>Aucun sous-mot du vocabulaire ne continue ainsi.</translation>
    </message>
    <message>
        <source>Pieces that go on with the word before.</source>
        <translation>Des sous-mots qui continuent le mot précédent.</translation>
    </message>
</context>
<context>
    <name>widgets::WordPrompt</name>
    <message>
        <source>Instead of “%1”, word piece %2:</source>
        <translation>Au lieu de «&#xa0;%1&#xa0;», sous-mot %2&#xa0;:</translation>
    </message>
    <message>
        <source>another word</source>
        <translation>un autre mot</translation>
    </message>
    <message>
        <source>Words that can be taken</source>
        <translation>Mots qui peuvent être pris</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a word and its probability</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
</TS>
