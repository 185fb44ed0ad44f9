// 10. Learn from your own pictures: from a folder to samples that are judged without digits. Takes some minutes.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;
import java.awt.Color; import java.awt.image.BufferedImage;
var random = new Random(42);
BufferedImage face(boolean glad) {                     // 120 pixels high and 160 wide
    var face = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB); var pen = face.createGraphics();
    pen.translate(65 + random.nextInt(31), 45 + random.nextInt(31)); // somewhere near the middle
    pen.setColor(Color.getHSBColor(0.3f * random.nextFloat(), 0.9f, 1)); pen.fillOval(-42, -42, 84, 84);
    pen.setColor(Color.BLACK); pen.fillOval(-22, -22, 14, 18); pen.fillOval(8, -22, 14, 18);
    pen.fillArc(-24, glad ? -12 : 10, 48, 40, glad ? 180 : 0, 180); return face;
}
var folder = Files.createTempDirectory("gan4j").resolve("faces"); // folders in it are classes: glad and sad
for (int i = 0; i < 2_000; i++) {
    saveImage(face(i < 1_000), folder.resolve((i < 1_000 ? "glad/" : "sad/") + i + ".png"));
}
Files.writeString(folder.resolve("glad/list.txt"), "two pounds of flour"); // skipped, and said so
var faces = loadImages(folder, new ImageShape(32, 32, 3)); // instead of folder: Path.of("photos")
System.out.println(faces + ", " + faces.labelNames()); show(plotGrid(faces));
var networks = NetworkOptions.dcgan().withShape(faces.shape());
var options = GanOptions.dcgan().withSampling(Sampling.SHUFFLED); // neighbours lie in one folder: draw by lot
var gan = buildGan(buildGenerator(networks), buildDiscriminator(networks), options);
var losses = train(gan, faces, 5_000); show(plotGrid(gan));
System.out.println(evaluate(gan, EvaluationOptions.defaults().withReference(faces)) + "\n" + diagnose(losses, gan));
saveImages(sample(gan, 100), gan.shape(), folder.resolveSibling("drawn"));
