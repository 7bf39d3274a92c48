package com.openshow.loadtest.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;

/** A plan as JMeter's GUI has it: loaded, changed and saved by SaveService. */
final class JmxFile {
  private final Path file;
  private final HashTree tree;

  JmxFile(Path file) throws IOException {
    this.file = file;
    this.tree = SaveService.loadTree(file.toFile());
  }

  void save() throws IOException {
    try (OutputStream saved = Files.newOutputStream(file)) {
      SaveService.saveTree(tree, saved);
    }
  }

  /** The first element with this name, wherever it is. */
  TestElement element(String name) {
    return find(tree, name).orElseThrow(() -> new NoSuchElementException(name)).element;
  }

  <T extends TestElement> T element(String name, Class<T> type) {
    return type.cast(element(name));
  }

  String property(String name, String property) {
    return element(name).getPropertyAsString(property);
  }

  boolean has(String name) {
    return find(tree, name).isPresent();
  }

  /** The names below the first element with this name. */
  List<String> below(String name) {
    List<String> names = new ArrayList<>();
    for (Object child : find(tree, name).orElseThrow().owner.getTree(element(name)).list()) {
      names.add(((TestElement) child).getName());
    }
    return names;
  }

  void add(String parent, TestElement... chain) {
    HashTree at = find(tree, parent).orElseThrow().owner.getTree(element(parent));
    for (TestElement element : chain) {
      at = at.add(element);
    }
  }

  void remove(String name) {
    find(tree, name).orElseThrow().owner.remove(element(name));
  }

  /** Puts an element with all below it into a new one in its place. */
  void wrap(String name, TestElement wrapper) {
    Place place = find(tree, name).orElseThrow();
    HashTree moved = new ListedHashTree();
    moved.add(place.element, place.owner.getTree(place.element));
    place.owner.remove(place.element);
    place.owner.add(wrapper, moved);
  }

  private record Place(HashTree owner, TestElement element) {}

  private static Optional<Place> find(HashTree tree, String name) {
    for (Object item : tree.list()) {
      TestElement element = (TestElement) item;
      if (element.getName().equals(name)) {
        return Optional.of(new Place(tree, element));
      }
      Optional<Place> below = find(tree.getTree(item), name);
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }
}
