import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

System.out.println("gan4j: begin with  var digits = loadDigits()  and end with  show(plotGrid(gan))");
System.out.println("Gan4j. and Tab list the verbs; about() tells versions; jshell/ has lessons");
