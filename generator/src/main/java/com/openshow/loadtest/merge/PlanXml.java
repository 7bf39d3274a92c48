package com.openshow.loadtest.merge;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads plans and writes them as JMeter does. */
final class PlanXml {
  private static final String ROOT = "jmeterTestPlan";
  private static final String TREE = "hashTree";
  private static final int MAX_DEPTH = 1000;

  private PlanXml() {}

  /**
   * The plan as a node: its element is the root of the file, its children are the top of the tree.
   *
   * @throws UnreadablePlanException when it is no plan
   */
  static PlanNode read(byte[] plan) throws UnreadablePlanException {
    Xml root = xml(plan);
    boolean isPlan =
        root.tag().equals(ROOT)
            && root.children().size() == 1
            && root.children().get(0).tag().equals(TREE);
    if (!isPlan) {
      throw new UnreadablePlanException(
          "expected a test plan of JMeter, <jmeterTestPlan> with one <hashTree>, but found <"
              + root.tag()
              + ">");
    }
    Xml bare = new Xml(root.tag(), root.attributes(), List.of(), "");
    return new PlanNode(bare, nodes(root.children().get(0)));
  }

  private static List<PlanNode> nodes(Xml tree) {
    List<PlanNode> nodes = new ArrayList<>();
    List<Xml> items = tree.children();
    for (int i = 0; i < items.size(); i++) {
      boolean hasTree = i + 1 < items.size() && items.get(i + 1).tag().equals(TREE);
      nodes.add(new PlanNode(items.get(i), hasTree ? nodes(items.get(i + 1)) : List.of()));
      if (hasTree) {
        i++;
      }
    }
    return nodes;
  }

  private static Xml xml(byte[] content) throws UnreadablePlanException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      reader.nextTag();
      Xml root = element(reader, 1);
      while (reader.hasNext()) {
        reader.next();
      }
      return root;
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      String message = String.valueOf(e.getMessage()).replaceAll("(?s).*\nMessage: ", "");
      throw new UnreadablePlanException(
          "line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ": " + message);
    }
  }

  private static Xml element(XMLStreamReader reader, int depth)
      throws XMLStreamException, UnreadablePlanException {
    if (depth > MAX_DEPTH) {
      throw new UnreadablePlanException("more than " + MAX_DEPTH + " elements in each other");
    }
    String tag = reader.getLocalName();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<Xml> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.isStartElement()) {
        children.add(element(reader, depth + 1));
      } else if (reader.isCharacters()) {
        text.append(reader.getText());
      }
    }
    return new Xml(tag, attributes, children, children.isEmpty() ? text.toString() : "");
  }

  /** The plan without an XML declaration. */
  static String write(PlanNode plan) {
    Xml tree = new Xml(TREE, Map.of(), items(plan.children()), "");
    StringBuilder out = new StringBuilder();
    append(out, "", new Xml(ROOT, plan.element().attributes(), List.of(tree), ""));
    return out.append('\n').toString();
  }

  private static List<Xml> items(List<PlanNode> nodes) {
    List<Xml> items = new ArrayList<>();
    for (PlanNode node : nodes) {
      items.add(node.element());
      items.add(new Xml(TREE, Map.of(), items(node.children()), ""));
    }
    return items;
  }

  private static void append(StringBuilder out, String indent, Xml xml) {
    out.append(indent).append('<').append(xml.tag());
    xml.attributes()
        .forEach(
            (name, value) ->
                out.append(' ').append(name).append("=\"").append(escape(value, true)).append('"'));
    boolean isText = xml.children().isEmpty();
    // JMeter writes an empty text so, and other empty elements shorter.
    if (isText && xml.text().isEmpty() && !xml.tag().equals("stringProp")) {
      out.append("/>");
      return;
    }
    out.append('>');
    if (isText) {
      out.append(escape(xml.text(), false));
    } else {
      xml.children()
          .forEach(
              child -> {
                out.append('\n');
                append(out, indent + "  ", child);
              });
      out.append('\n').append(indent);
    }
    out.append("</").append(xml.tag()).append('>');
  }

  private static String escape(String text, boolean isAttribute) {
    String escaped =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&apos;")
            .replace("\r", "&#xd;");
    return isAttribute ? escaped.replace("\t", "&#x9;").replace("\n", "&#xa;") : escaped;
  }
}
